'use client'
import Link from 'next/link'
import type { Influencer, Video } from '@/api/types'
import { Icon } from '@/components/ui/icon'
import { cap } from '@/lib/calendar'
import { clocksChange, sayDay } from '@/lib/dates'
import { count } from '@/lib/words'
import { Chip, type ChipDeeds } from './chip'

type Props = {
  weeks: string[][]
  month?: string
  today: string
  zone: string
  days: Map<string, Video[]>
  cast: Map<string, Influencer>
  over: string | undefined
  deeds: ChipDeeds
  onDay: (day: string) => void
  room: number
}
const NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Month and week as a table of days. */
export function Grid({ weeks, month, today, zone, days, cast, over, deeds, onDay, room }: Props) {
  // A week that is over and empty keeps its days but not its room.
  const isOver = (week: string[]) => week.every((day) => day < today && !days.has(day))
  return (
    <div className="card overflow-hidden">
      <table className="w-full table-fixed border-collapse">
        <thead>
          <tr>
            {NAMES.map((name) => (
              <th key={name} scope="col" className="border-b border-line px-2 py-2.5 text-left text-[13px] font-medium text-soft">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]} className={weeks.length === 1 ? 'h-[520px]' : isOver(week) ? '' : 'h-[118px]'}>
              {week.map((day) => {
                const list = days.get(day) ?? []
                const { shown, more } = cap(list, room)
                const other = month !== undefined && !day.startsWith(month)
                const now = day === today
                return (
                  <td
                    key={day}
                    data-day={day}
                    className={`group relative border-b border-r border-line p-1 align-top last:border-r-0 ${over === day ? 'bg-persona-soft' : now ? 'bg-ink/[.045] dark:bg-white/[.05]' : other || day < today ? 'bg-paper' : ''}`}
                  >
                    <div className="flex min-h-7 items-center gap-1 px-1">
                      <button type="button" onClick={() => onDay(day)} aria-label={`${sayDay(day)}, ${count(list.length, 'post')}`} aria-current={now ? 'date' : undefined} className={`num grid h-6 min-w-6 place-items-center rounded-full px-1 text-[13px] hover:bg-line ${now ? 'bg-ink font-semibold text-paper hover:bg-ink' : other ? 'text-faint' : 'text-soft'}`}>
                        {day.endsWith('-01') && month !== undefined ? sayDay(day, 'short') : Number(day.slice(8))}
                      </button>
                      {clocksChange(day, zone) && (
                        <span className="text-[11px] text-soft" title="The clocks change on this day">
                          clocks change
                        </span>
                      )}
                      {day >= today && (
                        <Link href={`/create?day=${day}`} aria-label={`New post on ${sayDay(day, 'long')}`} className="ml-auto grid size-6 place-items-center rounded-md text-soft opacity-0 hover:bg-line focus-visible:opacity-100 group-hover:opacity-100">
                          <Icon name="plus" size={13} />
                        </Link>
                      )}
                    </div>
                    {shown.map((video) => (
                      <Chip key={video.id} video={video} who={cast.get(video.influencer_id)} deeds={deeds} />
                    ))}
                    {more > 0 && (
                      <button type="button" onClick={() => onDay(day)} className="ml-1 min-h-6 rounded px-1.5 text-[12px] font-medium text-soft hover:bg-sunk hover:text-ink">
                        +{more} more
                      </button>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
