import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client, ok } from './client'
import { keys } from './keys'
import type { Preview } from './types'

const path = (influencer_id: string) => ({ path: { influencer_id } })

/** The revisions of her life, newest first. */
export function useInterventions(id: string) {
  return useQuery({
    queryKey: keys.interventions(id),
    queryFn: () => ok(client.GET('/api/influencer/{influencer_id}/interventions', { params: { ...path(id), query: { limit: 50 } } })),
  })
}

/** What a sentence would change. Keeps nothing. */
export function usePreviewIntervention(id: string) {
  return useMutation({ mutationFn: (text: string) => ok(client.POST('/api/influencer/{influencer_id}/interventions', { params: path(id), body: { text } })) })
}

/** What some changes by hand would do. Keeps nothing. */
export function usePreviewChanges(id: string) {
  return useMutation({ mutationFn: (changes: Preview['changes']) => ok(client.POST('/api/influencer/{influencer_id}/interventions', { params: path(id), body: { text: '', changes } })) })
}

/** Makes a previewed sentence her life. Her days, posts and films follow, so everything is read again. */
export function useApplyIntervention(id: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: { text: string; changes: Preview['changes']; base: number; digest: string }) => ok(client.POST('/api/influencer/{influencer_id}/interventions/apply', { params: path(id), body })),
    onSuccess: () => void cache.invalidateQueries(),
  })
}

/** Lets a pinned thing be moved again. */
export function useLetPinGo(id: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (one: { item_id: string; base: number }) => ok(client.PATCH('/api/influencer/{influencer_id}/life', { params: path(id), body: { ...one, pinned: false, drop: false } })),
    onSuccess: () => void cache.invalidateQueries(),
  })
}

/** Takes the newest change back, as a new revision. */
export function useUndoIntervention(id: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (base: number) => ok(client.POST('/api/influencer/{influencer_id}/interventions/undo', { params: path(id), body: { base } })),
    onSuccess: () => void cache.invalidateQueries(),
    onError: () => void cache.invalidateQueries({ queryKey: keys.interventions(id) }),
  })
}
