import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { all, client, ifMatch, ok, upload } from './client'
import { keys } from './keys'
import type { Sponsor } from './types'

export function useSponsors() {
  return useQuery({ queryKey: keys.sponsors, queryFn: () => all((cursor) => ok(client.GET('/api/sponsor', { params: { query: { limit: 100, cursor } } }))) })
}

export function useMatches() {
  return useQuery({ queryKey: keys.matches, queryFn: () => all((cursor) => ok(client.GET('/api/match', { params: { query: { limit: 100, cursor } } }))) })
}

export type SponsorForm = Pick<Sponsor, 'company' | 'contact' | 'targeting_tags' | 'product_info'>

export function useKeepSponsor() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async ({ before, form, logo }: { before?: Sponsor; form: SponsorForm; logo?: File }) => {
      const sponsor = before
        ? await ok(client.PATCH('/api/sponsor/{sponsor_id}', { params: { path: { sponsor_id: before.id } }, body: form, headers: ifMatch(before.rev) }))
        : await ok(client.POST('/api/sponsor', { body: form }))
      if (logo) await upload(`/api/sponsor/${sponsor.id}/logo`, logo)
      return sponsor
    },
    onSettled: () => void cache.invalidateQueries({ queryKey: keys.sponsors }),
  })
}

export function useRemoveSponsor() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (sponsor: Sponsor) => ok(client.DELETE('/api/sponsor/{sponsor_id}', { params: { path: { sponsor_id: sponsor.id } }, headers: ifMatch(sponsor.rev) })),
    onSettled: () => void cache.invalidateQueries({ queryKey: keys.sponsors }),
  })
}

export function useMatch() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: { influencer_id: string; sponsor_id: string }) => ok(client.POST('/api/sponsor/match', { body })),
    onSuccess: () => void cache.invalidateQueries({ queryKey: keys.matches }),
  })
}

export function useAnswerMatch() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ id, status }: { id: string; status: 'matched' | 'declined' }) => ok(client.PATCH('/api/match/{match_id}', { params: { path: { match_id: id } }, body: { status } })),
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: keys.matches })
      void cache.invalidateQueries({ queryKey: keys.influencers })
    },
  })
}
