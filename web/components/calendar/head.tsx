'use client'
import Link from 'next/link'
import type { CSSProperties } from 'react'
import type { Influencer, Video } from '@/api/types'
import { Portrait } from '@/components/portrait'
import { Icon } from '@/components/ui/icon'
import type { View } from '@/lib/calendar'
import { addDays, moment, sayDay, sayMonth, sayZone } from '@/lib/dates'
import { count as plural, firstName } from '@/lib/words'

type Props = {
  view: View
  day: string
  from: string
  to: string
  count: readonly Video[]
  cast: readonly Influencer[]
  hidden: ReadonlySet<string>
  zone: string
  onView: (view: View) => void
  onTurn: (way: -1 | 1) => void
  onToday: () => void
  onHide: (hidden: string[]) => void
}
const views: [View, string][] = [['month', 'Month'], ['week', 'Week'], ['day', 'Day'], ['list', 'List']]

/** Where in time one stands, how often is posted there, and the ways to go on. */
export function Head({ view, day, from, to, count, cast, hidden, zone, onView, onTurn, onToday, onHide }: Props) {
  const title = view === 'month' ? sayMonth(day) : view === 'day' ? sayDay(day, 'long') : `${sayDay(from, 'short')} to ${sayDay(to, 'short')}`
  const posted = count.filter((video) => video.status === 'posted').length
  const ahead = count.filter((video) => video.status === 'pending' || video.status === 'ready' || video.status === 'processing').length
  const zones = new Set(cast.map((one) => one.persona.timezone))
  const days = new URLSearchParams({ from: moment(from, '00:00', zone), to: moment(addDays(to, 1), '00:00', zone) })
  const table = `/api/video.csv?${days.toString()}`
  const toggle = (id: string) => onHide(hidden.has(id) ? [...hidden].filter((one) => one !== id) : [...hidden, id])
  return (
    <header className="mb-5 flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <h1 className="text-[clamp(30px,4vw,44px)] font-bold leading-none">{title}</h1>
        <div className="flex gap-1">
          <button type="button" aria-label="Earlier" className="button button-line button-small" onClick={() => onTurn(-1)}>
            <Icon name="left" />
          </button>
          <button type="button" className="button button-line button-small" onClick={onToday}>
            Today
          </button>
          <button type="button" aria-label="Later" className="button button-line button-small" onClick={() => onTurn(1)}>
            <Icon name="right" />
          </button>
        </div>
        <div role="group" aria-label="View" className="segments">
          {views.map(([key, name]) => (
            <button key={key} type="button" aria-pressed={view === key} onClick={() => onView(key)} className={key === 'month' || key === 'week' ? 'max-md:hidden' : ''}>
              {name}
            </button>
          ))}
        </div>
        <a href={table} download className="button button-line button-small ml-auto" aria-label="Download these posts as a table" title="These posts as a table (CSV)">
          <Icon name="download" />
        </a>
        <Link href="/create" className="button button-ink button-small -ml-4 max-md:ml-0">
          <Icon name="plus" />
          New post
        </Link>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="text-[14px] text-soft">
          {plural(count.length, 'post')}: {posted} posted, {ahead} to come. {zones.size > 1 ? 'Hours are on each persona’s own clock.' : `Hours are on the clock of ${sayZone(zone)}.`}
        </p>
        {cast.length > 1 && (
          <div className="ml-auto flex flex-wrap gap-1.5" role="group" aria-label="Show">
            {cast.map((one) => (
              <button key={one.id} type="button" aria-pressed={!hidden.has(one.id)} onClick={() => toggle(one.id)} className="persona flex min-h-8 items-center gap-2 rounded-full border border-line py-1 pl-1 pr-3 text-soft line-through aria-pressed:bg-panel aria-pressed:text-ink aria-pressed:no-underline" style={{ '--hue': one.hue } as CSSProperties}>
                <Portrait name={one.name} hue={one.hue} url={one.face_url} size={24} />
                {firstName(one)}
              </button>
            ))}
          </div>
        )}
      </div>
    </header>
  )
}
