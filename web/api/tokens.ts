import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { all, client, ok } from './client'
import { keys } from './keys'
import type { TokenWish } from './types'

export function useTokens() {
  return useQuery({ queryKey: keys.tokens, queryFn: () => all((cursor) => ok(client.GET('/api/token', { params: { query: { limit: 100, cursor } } }))) })
}

/** Makes a token. Its secret is in this one answer, and nothing keeps it once the screen has let go of it. */
export function useMakeToken() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: TokenWish) => ok(client.POST('/api/token', { body })),
    onSuccess: () => void cache.invalidateQueries({ queryKey: keys.tokens }),
    gcTime: 0,
  })
}

export function useRevokeToken() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (token_id: string) => ok(client.DELETE('/api/token/{token_id}', { params: { path: { token_id } } })),
    onSettled: () => void cache.invalidateQueries({ queryKey: keys.tokens }),
  })
}
