import { useQuery } from '@tanstack/react-query'
import { client, ok } from './client'
import { keys } from './keys'

/** Everything that waits for a person, of every persona; the live stream has it asked for again. */
export function useNeeds(on: boolean) {
  return useQuery({ queryKey: keys.needs, enabled: on, queryFn: () => ok(client.GET('/api/needs')), refetchInterval: 60_000 })
}
