import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client, download, ifMatch, ok } from './client'
import { keys } from './keys'
import type { Account, AccountChange, Role } from './types'

export function useAccount() {
  return useQuery({ queryKey: keys.account, queryFn: () => ok(client.GET('/api/account')), staleTime: 300_000, retry: false })
}

export const signIn = (email: string, password: string) => ok(client.POST('/api/account/sign-in', { body: { email, password } }))

export const signUp = (body: { email: string; password: string; name: string; role: Role }) => ok(client.POST('/api/account/sign-up', { body }))

export const signOut = () => ok(client.POST('/api/account/sign-out'))

export function useChangeAccount() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ change, rev }: { change: AccountChange; rev: number }) => ok(client.PATCH('/api/account', { body: change, headers: ifMatch(rev) })),
    onSuccess: (account) => cache.setQueryData<Account>(keys.account, account),
    onError: () => void cache.invalidateQueries({ queryKey: keys.account }),
  })
}

export function useSetPassword() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: { password: string; old_password?: string }) => ok(client.POST('/api/account/password', { body })),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.account }),
    gcTime: 0,
  })
}

export const exportAccount = () => download('/api/account/export')

export function useRemoveAccount() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (rev: number) => ok(client.DELETE('/api/account', { headers: ifMatch(rev) })),
    onError: () => void cache.invalidateQueries({ queryKey: keys.account }),
  })
}
