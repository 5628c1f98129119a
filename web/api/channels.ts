import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { all, client, ok } from './client'
import { keys } from './keys'
import type { Channel, ChannelWish } from './types'

const path = (channel_id: string) => ({ params: { path: { channel_id } } })

export function useChannels() {
  return useQuery({ queryKey: keys.channels, queryFn: () => all(() => ok(client.GET('/api/channel'))) })
}

/** Asks for the network's own page, where a person agrees; nothing is connected before that. */
export function useAuthorize() {
  return useMutation({ mutationFn: (body: ChannelWish) => ok(client.POST('/api/channel/authorize', { body })) })
}

/** Everything that can be done to an account that is connected. */
export function useChannelVerbs() {
  const cache = useQueryClient()
  const fresh = () => void cache.invalidateQueries({ queryKey: keys.channels })
  const open = useMutation({
    mutationFn: ({ influencer_id, platform }: Pick<Channel, 'influencer_id'> & Pick<ChannelWish, 'platform'>) => ok(client.POST('/api/channel', { body: { influencer_id, platform, realm: 'sandbox' } })),
    onSuccess: fresh,
  })
  const close = useMutation({ mutationFn: (id: string) => ok(client.DELETE('/api/channel/{channel_id}', path(id))), onSuccess: fresh })
  const resume = useMutation({ mutationFn: (id: string) => ok(client.POST('/api/channel/{channel_id}/resume', path(id))), onSuccess: fresh })
  return { open, close, resume }
}

/** Stops everything of hers at once. What it answers is the evidence. */
export function useKillSwitch(influencer_id: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (reason: string) => ok(client.POST('/api/influencer/{influencer_id}/kill-switch', { params: { path: { influencer_id } }, body: { reason } })),
    onSettled: () => void cache.invalidateQueries(),
  })
}
