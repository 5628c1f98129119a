import type { ReactNode } from 'react'
import type { Channel, Influencer, Video } from '@/api/types'
import { When } from '@/components/ui/when'
import { whereItGoes } from '@/lib/review'
import { capital, money } from '@/lib/words'

type Props = { video: Video; who: Influencer; channels: readonly Channel[]; sponsor: string | undefined }

/** When and where a post goes, what it cost, and the labels it cannot lose. */
export function Facts({ video, who, channels, sponsor }: Props) {
  const where = whereItGoes(video, channels)
  const rows: [string, ReactNode][] = [
    ['Who', `${who.name}, a ${video.kind}`],
    ['When', <When key="when" at={video.scheduled_time} zone={video.timezone} withZone />],
    [
      'Where',
      where.length
        ? where.map((one) => (
            <span key={`${one.name}${one.handle}`} className="block">
              {one.name} <span className="text-soft">@{one.handle}</span>
              {!one.waits && <span className="text-soft"> · pretend, needs no OK</span>}
            </span>
          ))
        : 'No account is connected',
    ],
    ['Cost', capital(money(video.cost_usd))],
    ['Labels', sponsor ? `AI-generated · Paid partnership with ${sponsor}` : 'AI-generated'],
  ]
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1.5 text-[15px]">
      {rows.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-soft">{name}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
