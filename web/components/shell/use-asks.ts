'use client'
import { useHealth } from '@/api/health'
import { useNeeds } from '@/api/needs'
import { useSpending } from '@/api/spending'
import { firstName } from '@/lib/words'

export type Ask = { key: string; text: string; href: string }

/** Everything that needs a person, or nothing while that is not known yet; each with the way there: of every persona, of the budget, of the worker. */
export function useAsks(on: boolean): Ask[] | undefined {
  const needs = useNeeds(on).data
  const worker = useHealth().data?.worker
  const spending = useSpending(on).data
  if (!needs || !worker || !spending) return undefined
  const asks = needs
    .filter((need) => need.kind !== 'failed' || !needs.some((other) => other.kind === 'review' && other.video_id === need.video_id))
    .map((need) => ({
      key: [need.kind, need.influencer_id, need.video_id, need.channel_id].join(':'),
      text: `${firstName(need)}: ${need.text}`,
      href: need.kind === 'approve' ? `/dashboard?review=${need.video_id}` : need.video_id ? `/dashboard?who=${need.influencer_id}&post=${need.video_id}` : `/influencer/${need.influencer_id}?tab=${need.kind === 'consent' ? 'face' : 'channels'}`,
    }))
  if (spending.reached) asks.push({ key: 'budget', text: 'The month’s budget is reached; nothing paid is made.', href: '/account' })
  if (!worker.alive) asks.push({ key: 'worker', text: 'No worker runs; nothing is made or posted.', href: '/dashboard' })
  return asks
}
