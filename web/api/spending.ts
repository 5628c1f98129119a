import { useQuery } from '@tanstack/react-query'
import { client, ok } from './client'
import { keys } from './keys'

/** What this month has cost, its ceiling, and the prices of what making a post calls. */
export function useSpending(on = true) {
  return useQuery({ queryKey: keys.spending, enabled: on, queryFn: () => ok(client.GET('/api/spending')) })
}
