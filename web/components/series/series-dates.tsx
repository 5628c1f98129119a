'use client'
import { useState } from 'react'
import type { ScheduleSeen, Video } from '@/api/types'
import { useVideos } from '@/api/videos'
import { dayOf, sayDay } from '@/lib/dates'
import { datesOf } from '@/lib/series'
import { count, statusOf } from '@/lib/words'
import { seriesSpan } from './series-span'

const ROOM = 5

/** The next dates of a series as a strip of film: framed when filmed, dashed when not, struck through when skipped. */
export function SeriesDates({ series, video }: { series: ScheduleSeen; video: Video }) {
  const [span] = useState(() => seriesSpan(video))
  const list = useVideos(span.from, span.to, series.influencer_id).data ?? []
  const dates = datesOf(list, series, video.id, ROOM)
  if (!dates.length) return null
  return (
    <ol aria-label={`${count(dates.length, 'date')} of the series`} className="flex gap-1.5 bg-sunk px-4 py-3">
      {dates.map(({ video: one, skipped }) => {
        const day = dayOf(one.scheduled_time, one.timezone)
        const [weekday, number, month] = sayDay(day).replace(',', '').split(' ')
        const here = one.id === video.id
        const look = here ? 'border-persona bg-persona-soft text-persona-ink' : one.status === 'pending' || skipped ? 'border-dashed border-edge' : 'border-edge bg-panel'
        return (
          <li key={one.id} aria-current={here || undefined} className={`num min-w-0 flex-1 rounded-lg border px-1 py-1.5 text-center text-[11.5px] leading-snug ${look}`}>
            <span aria-hidden="true" className={skipped ? 'text-faint line-through' : ''}>
              {weekday}
              <b className="block text-[16px] font-medium">{number}</b>
              {month}
            </span>
            <span className="sr-only">
              {sayDay(day, 'long')}, {skipped ? 'skipped' : statusOf(one).word}
              {here ? ', this one' : ''}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
