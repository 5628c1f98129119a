import { useQuery } from '@tanstack/react-query'
import { client, ok } from './client'
import { keys } from './keys'

export function useAccount() {
  return useQuery({ queryKey: keys.account, queryFn: () => ok(client.GET('/api/account')), staleTime: 300_000, retry: false })
}

export const signIn = (email: string, password: string) => ok(client.POST('/api/account/sign-in', { body: { email, password } }))

export const signUp = (body: { email: string; password: string; name: string; role: 'consumer' | 'business' }) => ok(client.POST('/api/account/sign-up', { body }))

export const signOut = () => ok(client.POST('/api/account/sign-out'))
