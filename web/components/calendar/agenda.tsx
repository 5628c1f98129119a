'use client'
import Link from 'next/link'
import type { Influencer, Video } from '@/api/types'
import { Icon } from '@/components/ui/icon'
import { sayDay } from '@/lib/dates'
import { Chip, type ChipDeeds } from './chip'

type Props = { list: string[]; today: string; days: Map<string, Video[]>; cast: Map<string, Influencer>; deeds: ChipDeeds; single: boolean }

/** Days one under the other: for phones, for one day, and for whoever likes lists. */
export function Agenda({ list, today, days, cast, deeds, single }: Props) {
  return (
    <ol className="card divide-y divide-line">
      {list
        .filter((day) => single || days.has(day) || day === today)
        .map((day) => (
          <li key={day} className="grid grid-cols-[120px_minmax(0,1fr)] gap-x-4 px-4 py-3 max-md:grid-cols-1 max-md:gap-y-1 max-md:px-3">
            <h2 className={`flex items-center gap-2 self-start py-2 font-sans text-[14px] font-medium tracking-normal ${day === today ? 'text-persona-ink' : 'text-soft'}`}>
              {day === today ? 'Today' : sayDay(day)}
              {day >= today && (
                <Link href={`/create?day=${day}`} aria-label={`New post on ${sayDay(day, 'long')}`} className="grid size-7 place-items-center rounded-md text-soft hover:bg-sunk hover:text-ink">
                  <Icon name="plus" size={13} />
                </Link>
              )}
            </h2>
            <div className="min-w-0">
              {(days.get(day) ?? []).map((video) => (
                <Chip key={video.id} video={video} who={cast.get(video.influencer_id)} deeds={deeds} large />
              ))}
              {!days.has(day) && <p className="py-2 text-soft">Nothing planned.</p>}
            </div>
          </li>
        ))}
    </ol>
  )
}
