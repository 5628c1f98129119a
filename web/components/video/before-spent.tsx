'use client'
import { useSpending } from '@/api/spending'
import type { Kind } from '@/api/types'
import { dollars, leastCost } from '@/lib/spending'

/** What a post will cost, before somebody has it made. */
export function BeforeSpent({ kind }: { kind: Kind }) {
  const { data } = useSpending()
  if (!data) return null
  const least = leastCost(data, kind)
  const left = Math.max(0, data.ceiling_usd - data.spent_usd)
  return (
    <p className="w-full text-[13px] text-soft">
      {least === 0
        ? 'Making it costs nothing.'
        : least === undefined
          ? 'What making it costs is not known before: the provider names no price for it, and without one it is not called.'
          : `Making it costs ${kind === 'reel' ? 'from ' : ''}${dollars(least)}; ${dollars(left)} of this month’s ${dollars(data.ceiling_usd)} are left.`}
    </p>
  )
}
