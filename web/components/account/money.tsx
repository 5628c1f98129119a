'use client'
import { useSpending } from '@/api/spending'
import { Refusal, Skeleton } from '@/components/ui/notes'
import { sayDate } from '@/lib/dates'
import { dollars } from '@/lib/spending'

/** What this month has cost, against the ceiling that nothing can exceed. */
export function Money() {
  const { data, error, refetch } = useSpending()
  if (error) return <Refusal error={error} again={() => void refetch()} />
  if (!data) return <Skeleton className="h-20" />
  const share = data.ceiling_usd > 0 ? Math.min(1, data.spent_usd / data.ceiling_usd) : 1
  return (
    <div className="flex max-w-[62ch] flex-col gap-3">
      <p className="text-[17px]">
        <span className="num">{dollars(data.spent_usd)}</span> of <span className="num">{dollars(data.ceiling_usd)}</span> since {sayDate(data.since, 'UTC')}
      </p>
      <div className="h-2 overflow-hidden rounded-full bg-sunk" role="img" aria-label={`${Math.round(share * 100)} percent of the ceiling`}>
        <div className={`h-full ${data.reached ? 'bg-bad' : 'bg-ink'}`} style={{ width: `${share * 100}%` }} />
      </div>
      <p className="text-soft">
        {data.free ? 'Everything a post needs is made on this machine and costs nothing. ' : ''}
        {data.reached ? 'The next paid call would not fit any more; nothing paid is made until next month. ' : ''}
        The ceiling is <code className="num break-words">SORCERER_MONTHLY_BUDGET_USD</code>; a call is only made when its price still fits below it.
      </p>
    </div>
  )
}
