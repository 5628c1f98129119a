'use client'
import { useState } from 'react'
import { useLife, useLifeBefore } from '@/api/influencers'
import type { Influencer, Preview } from '@/api/types'
import { Lifeline } from '@/components/dashboard/lifeline'
import { Skeleton } from '@/components/ui/notes'
import { dayOf } from '@/lib/dates'
import { dots, partings, windowOf, withPreview } from '@/lib/lifeline'
import { brief, capital, count, their } from '@/lib/words'

/** Where the line of her life stands on the page, so that it can be brought into sight. */
export const THIRTY_DAYS = 'thirty-days'

/** Her thirty days as one line, and dashed beside it the life she would have had; in a preview, what would be beside what is planned. */
export function TwoLives({ who, seen }: { who: Influencer; seen?: Preview }) {
  const [now] = useState(() => Date.now())
  const { timezone: zone, pronouns } = who.persona
  const { from, to } = windowOf(dayOf(who.created_at, zone), dayOf(now, zone))
  const life = useLife(who.id, from, to)
  const before = useLifeBefore(who.id, from, to)
  if (life.error) return null
  if (!life.data) return <Skeleton className="h-[190px]" />
  const shown = seen ? withPreview(life.data, seen) : life.data
  const other = seen ? life.data : before?.life
  const parted = other ? partings(dots(other, [], from, 30, zone), dots(shown, [], from, 30, zone)).length : 0
  const name = seen ? 'What would be, beside what is planned' : `${capital(their[pronouns])} thirty days`
  return (
    <section id={seen ? undefined : THIRTY_DAYS} aria-label={name} className={seen ? '' : 'card scroll-mt-6 px-5 pb-4 pt-4 max-md:px-3'}>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className={seen ? 'text-[14px] font-semibold' : 'text-[22px] font-semibold'}>{name}</h3>
        <p className="text-[13px] text-soft">{seen ? legend(parted, 'is planned now') : before?.life && !life.isFetching ? legend(parted, `would have been without “${brief(before.why)}”`) : 'Solid was, dotted will be.'}</p>
      </div>
      <Lifeline who={who} life={shown} instead={other} now={now} />
    </section>
  )
}

function legend(parted: number, dashed: string): string {
  return parted ? `Solid was, dotted will be; dashed ${dashed}. The paths part ${parted === 1 ? 'once' : parted === 2 ? 'twice' : count(parted, 'time')}.` : 'Solid was, dotted will be. The days change, but not what leads them.'
}
