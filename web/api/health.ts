import { useQuery } from '@tanstack/react-query'
import { client, ok } from './client'
import { keys } from './keys'

const EVERY = 10_000

/** Whether anything is made and posted at present: asked again and again, because a dead worker tells nobody. */
export function useHealth() {
  return useQuery({ queryKey: keys.health, queryFn: () => ok(client.GET('/api/health')), refetchInterval: EVERY })
}
