import { type QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { all, client, ifMatch, ok } from './client'
import { useInterventions } from './interventions'
import { keys } from './keys'
import { addDays } from '@/lib/dates'
import type { ConsentForm, Influencer } from './types'

const path = (influencer_id: string) => ({ path: { influencer_id } })

export function useInfluencers() {
  return useQuery({ queryKey: keys.influencers, queryFn: () => all((cursor) => ok(client.GET('/api/influencer', { params: { query: { limit: 100, cursor } } }))) })
}

export function useInfluencer(id: string | undefined) {
  return useQuery({ queryKey: keys.influencer(id ?? ''), enabled: !!id, queryFn: () => ok(client.GET('/api/influencer/{influencer_id}', { params: path(id ?? '') })) })
}

export function useOverview(id: string | undefined) {
  return useQuery({
    queryKey: keys.overview(id ?? ''),
    enabled: !!id,
    queryFn: () => ok(client.GET('/api/influencer/{influencer_id}/overview', { params: path(id ?? '') })),
    refetchInterval: 60_000,
  })
}

/** Her days from one to another, both included. */
export function useLife(id: string | undefined, from: string, to: string) {
  return useQuery({
    queryKey: [...keys.life(id ?? ''), from, to],
    enabled: !!id && !!from,
    queryFn: () => ok(client.GET('/api/influencer/{influencer_id}/life', { params: { ...path(id ?? ''), query: { from, to: addDays(to, 1) } } })),
  })
}

/** The life she would have had: her days as they stood before somebody last stepped in, when that still holds. */
export function useLifeBefore(id: string, from: string, to: string) {
  const history = useInterventions(id)
  const last = history.data?.find((one) => one.kind !== 'pace')
  const revision = last?.kind === 'intervention' ? last.revision - 1 : undefined
  const life = useQuery({
    queryKey: [...keys.life(id), from, to, revision ?? 0],
    enabled: revision !== undefined,
    queryFn: () => ok(client.GET('/api/influencer/{influencer_id}/life', { params: { ...path(id), query: { from, to: addDays(to, 1), revision } } })),
  })
  return revision === undefined || !last ? undefined : { life: life.data, why: last.reason }
}

export function useGrowth(id: string | undefined, metric: string, from: string, to: string) {
  return useQuery({
    queryKey: [...keys.growth(id ?? ''), metric, from, to],
    enabled: !!id,
    queryFn: () => ok(client.GET('/api/influencer/{influencer_id}/growth', { params: { ...path(id ?? ''), query: { metric, from, to } } })),
  })
}

export function useJournal(id: string | undefined, limit: number) {
  return useInfiniteQuery({
    queryKey: [...keys.journal(id ?? ''), limit],
    enabled: !!id,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => ok(client.GET('/api/influencer/{influencer_id}/journal', { params: { ...path(id ?? ''), query: { limit, cursor: pageParam } } })),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export function useConsents(id: string) {
  return useQuery({ queryKey: keys.consents(id), queryFn: () => ok(client.GET('/api/influencer/{influencer_id}/consent', { params: path(id) })) })
}

/** Puts a changed persona into the cache and lets what is computed from her be read again. */
function remember(cache: QueryClient, influencer: Influencer): void {
  cache.setQueryData(keys.influencer(influencer.id), influencer)
  void cache.invalidateQueries({ queryKey: keys.influencers })
}

export type InfluencerChange = Partial<Pick<Influencer, 'name' | 'handle' | 'persona' | 'pace' | 'approval' | 'paused'>>

export function useChangeInfluencer(id: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ change, rev }: { change: InfluencerChange; rev: number }) =>
      ok(client.PATCH('/api/influencer/{influencer_id}', { params: path(id), body: change, headers: ifMatch(rev) })),
    onSuccess: (influencer) => remember(cache, influencer),
    onError: () => void cache.invalidateQueries({ queryKey: keys.influencer(id) }),
  })
}

export function useRemoveInfluencer() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ id, rev }: { id: string; rev: number }) => ok(client.DELETE('/api/influencer/{influencer_id}', { params: path(id), headers: ifMatch(rev) })),
    onSuccess: () => void cache.invalidateQueries(),
  })
}

export function useChangeGrowth(id: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: { action: 'extend' | 'intercept' | 'restart'; days?: number }) =>
      ok(client.POST('/api/influencer/{influencer_id}/growth', { params: path(id), body })),
    onSuccess: (influencer) => {
      remember(cache, influencer)
      void cache.invalidateQueries()
    },
  })
}

export function usePlanMore(id: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (days: number) => ok(client.POST('/api/generate/lifestyle', { body: { influencer_id: id, days } })),
    onSuccess: () => void cache.invalidateQueries(),
  })
}

export function useAddConsent(id: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: ConsentForm) => ok(client.POST('/api/influencer/{influencer_id}/consent', { params: path(id), body })),
    onSuccess: () => void cache.invalidateQueries({ queryKey: keys.influencer(id) }),
  })
}

export function useRevokeConsent() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (consent_id: string) => ok(client.POST('/api/consent/{consent_id}/revoke', { params: { path: { consent_id } } })),
    onSuccess: () => void cache.invalidateQueries(), // everything of hers has stopped
  })
}
