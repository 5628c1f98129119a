import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { all, client, ok } from './client'
import { keys } from './keys'

export function useChannels() {
  return useQuery({ queryKey: keys.channels, queryFn: () => all(() => ok(client.GET('/api/channel'))) })
}

export function useOpenChannel() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: { influencer_id: string; platform: 'instagram'; realm: 'sandbox' }) => ok(client.POST('/api/channel', { body })),
    onSuccess: () => void cache.invalidateQueries({ queryKey: keys.channels }),
  })
}

export function useCloseChannel() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (channel_id: string) => ok(client.DELETE('/api/channel/{channel_id}', { params: { path: { channel_id } } })),
    onSuccess: () => void cache.invalidateQueries({ queryKey: keys.channels }),
  })
}
