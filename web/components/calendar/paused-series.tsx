'use client'
import type { CSSProperties } from 'react'
import { toast } from 'sonner'
import { useChangeSeries, usePausedSeries } from '@/api/series'
import type { Influencer } from '@/api/types'
import { Icon } from '@/components/ui/icon'
import { say } from '@/lib/rrule'

type Props = { cast: ReadonlyMap<string, Influencer>; hidden: ReadonlySet<string> }

/** Series that wait to go on: none of their posts is in the calendar, so they stand above it. */
export function PausedSeries({ cast, hidden }: Props) {
  const series = usePausedSeries().data?.filter((one) => cast.has(one.influencer_id) && !hidden.has(one.influencer_id))
  const change = useChangeSeries()
  if (!series?.length) return null
  const title = (words: unknown) => (words as { title?: string } | null)?.title
  return (
    <ul aria-label="Paused series" className="mb-4 flex flex-col gap-2">
      {series.map((one) => (
        <li key={one.id} className="persona flex flex-wrap items-center gap-x-3 gap-y-1 rounded-xl border border-dashed border-edge px-4 py-2 text-[14px]" style={{ '--hue': cast.get(one.influencer_id)?.hue ?? 300 } as CSSProperties}>
          <Icon name="pause" className="text-persona-ink" />
          <p className="min-w-0 flex-1 basis-52">
            <b className="font-medium">{title(one.words) || 'A series'}</b>{' '}
            <span className="text-soft">
              of {cast.get(one.influencer_id)?.name} is paused: {say(one.recurrence_rule ?? '')} at <span className="num">{one.dtstart_local.slice(11, 16)}</span>
            </span>
          </p>
          <button
            type="button"
            className="button button-line button-small"
            disabled={change.isPending}
            aria-label={`Go on with ${title(one.words) || 'the series'}`}
            onClick={() => change.mutate({ series: one, change: { active: true } }, { onSuccess: () => toast('The series goes on'), onError: (error) => toast.error(error.message) })}
          >
            <Icon name="play" />
            Go on
          </button>
        </li>
      ))}
    </ul>
  )
}
