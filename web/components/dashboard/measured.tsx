'use client'
import { useState } from 'react'
import { useGrowth } from '@/api/influencers'
import type { Influencer } from '@/api/types'
import { Icon } from '@/components/ui/icon'
import { Refusal, Skeleton } from '@/components/ui/notes'
import { addDays, dayOf, moment, sayDay } from '@/lib/dates'
import { GrowthChart } from './growth-chart'

const metrics = [['followers', 'Followers'], ['views', 'Views'], ['reach', 'Reach'], ['watch_min', 'Minutes watched']] as const
type Metric = (typeof metrics)[number][0]

/** The curve of what was measured, or the plain fact that nothing was yet. */
export function Measured({ who, now }: { who: Influencer; now: number }) {
  const [metric, setMetric] = useState<Metric>('followers')
  const zone = who.persona.timezone
  const today = dayOf(now, zone)
  const series = useGrowth(who.id, metric, moment(addDays(today, -30), '00:00', zone), moment(addDays(today, 1), '00:00', zone))
  const first = series.data?.points[0]
  const label = metrics.find(([key]) => key === metric)?.[1] ?? metric
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-[22px] font-semibold">{label}, thirty days back</h2>
        <div role="group" aria-label="Measure" className="segments">
          {metrics.map(([key, name]) => (
            <button key={key} type="button" aria-pressed={metric === key} onClick={() => setMetric(key)}>
              {name}
            </button>
          ))}
        </div>
      </div>
      {series.error ? (
        <Refusal error={series.error} again={() => void series.refetch()} />
      ) : !series.data ? (
        <Skeleton className="h-[220px]" />
      ) : first && series.data.points.length === 1 ? (
        <div className="rounded-xl border border-dashed border-edge p-6">
          <p className="display text-[32px] font-semibold leading-tight">{first.value.toLocaleString('en-GB')}</p>
          <p className="text-soft">on {sayDay(dayOf(first.at, zone))}, the first reading. The curve starts with the second.</p>
        </div>
      ) : first ? (
        <GrowthChart series={series.data} zone={zone} label={label} />
      ) : (
        <p className="rounded-xl border border-dashed border-edge p-6 text-soft">Nothing is measured yet. {metric === 'followers' ? 'The curve starts with the first reading of a connected account.' : 'A post is read for the first time an hour after it is out.'}</p>
      )}
      {series.data && series.data.gaps.length > 0 && (
        <ul className="mt-3 flex flex-col gap-1 text-[13px] text-soft" aria-label="What is not told">
          {series.data.gaps.map((gap) => (
            <li key={gap} className="flex items-start gap-2">
              <Icon name="dash" size={14} className="mt-0.5" />
              {gap}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
