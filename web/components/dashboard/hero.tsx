'use client'
import Link from 'next/link'
import type { CSSProperties } from 'react'
import { toast } from 'sonner'
import { useChannels } from '@/api/channels'
import { useChangeInfluencer } from '@/api/influencers'
import type { Influencer, Overview, Video } from '@/api/types'
import { Portrait } from '@/components/portrait'
import { Icon } from '@/components/ui/icon'
import { Status } from '@/components/ui/notes'
import { When } from '@/components/ui/when'
import { Phone } from '@/components/video/phone'
import { Stages } from '@/components/video/stages'
import { dayOf, sayMoment, timeOf } from '@/lib/dates'
import { firstName, statusOf } from '@/lib/words'

/** The one post to look at now: what is being made, else the next that is filmed, else what went out today, else what comes next. */
function focus(overview: Overview, zone: string): Video | undefined {
  const today = dayOf(Date.now(), zone)
  const fresh = overview.latest[0] && dayOf(overview.latest[0].scheduled_time, zone) === today ? overview.latest[0] : undefined
  return overview.next.find((one) => one.status === 'processing') ?? overview.next.find((one) => one.thumbnail_url) ?? fresh ?? overview.next[0] ?? overview.latest[0]
}

function sentence(who: Influencer, video: Video | undefined, live: boolean): string {
  if (!video) return who.paused ? 'Nothing is made or posted while paused.' : 'Nothing is planned.'
  const what = `“${video.title}”, a ${video.kind}`
  if (who.paused) return `Next would be ${what}. Nothing is made or posted while paused.`
  if (video.status === 'processing') return `${what}, is being made right now for ${timeOf(video.scheduled_time, video.timezone)}.`
  if (video.approval === 'asked') return `${what}, waits for your OK.`
  const asks = live && who.approval === 'ask' && video.approval !== 'given'
  return `Next is ${what}, ${sayMoment(video.scheduled_time, video.timezone).replace(/^T/, 't')}. ${asks ? 'It asks you before it goes out.' : 'If you do nothing it posts itself.'}`
}

export function Hero({ who, overview, onOpen }: { who: Influencer; overview: Overview; onOpen: (id: string) => void }) {
  const change = useChangeInfluencer(who.id)
  const video = focus(overview, who.persona.timezone)
  const live = useChannels().data?.some((one) => one.influencer_id === who.id && one.realm === 'live') ?? false
  const coming = overview.next.find((one) => one.status === 'processing') ?? overview.next[0]
  const pause = () =>
    change.mutate(
      { change: { paused: !who.paused }, rev: who.rev },
      {
        onSuccess: (after) => toast(after.paused ? `${firstName(who)} is paused. Nothing is made or posted.` : `${firstName(who)} is live`, { action: { label: 'Undo', onClick: () => change.mutate({ change: { paused: who.paused }, rev: after.rev }) } }),
        onError: (error) => toast.error(error.message),
      },
    )
  return (
    <section className="grid grid-cols-[minmax(0,1fr)_auto] gap-10 max-lg:grid-cols-1 max-lg:gap-8">
      <div className="rise">
        <div className="flex items-center gap-3 text-soft">
          <Portrait name={who.name} hue={who.hue} url={who.face_url} size={36} />
          <span>
            <Link href={`/influencer/${who.id}`} className="font-medium text-ink hover:underline">
              {who.name}
            </Link>{' '}
            <span className="text-faint">@{who.handle}</span>
          </span>
          {who.paused && <span className="rounded-md bg-sunk px-2 py-0.5 text-[13px] font-medium text-ink">Paused</span>}
        </div>
        <h1 className="mt-4 text-[clamp(34px,4.6vw,62px)] font-bold leading-[0.98]">{overview.headline}</h1>
        <p className="mt-4 max-w-[54ch] text-[17px] text-soft">{sentence(who, coming, live)}</p>
        <div className="mt-5 flex flex-wrap gap-2">
          <Link href={`/create?who=${who.id}`} className="button button-ink">
            <Icon name="create" />
            Make a post
          </Link>
          <button type="button" className="button button-line" onClick={pause} disabled={change.isPending}>
            <Icon name={who.paused ? 'play' : 'pause'} />
            {who.paused ? 'Go live' : 'Pause everything'}
          </button>
        </div>
        <Numbers overview={overview} />
      </div>
      {video && (
        <div className="rise flex items-stretch gap-5" style={{ '--i': 2 } as CSSProperties}>
          <div className="relative">
            <Phone who={who} video={video} />
            <button type="button" onClick={() => onOpen(video.id)} aria-label={`Open “${video.title}”, ${statusOf(video).word}`} className="absolute inset-0 !rounded-[26px]" />
          </div>
          <div className="flex w-[112px] flex-col gap-4 py-1">
            <div className="flex flex-col gap-0.5 text-[13px]">
              <Status video={video} />
              <When at={video.scheduled_time} zone={video.timezone} className="text-[12px] text-soft" />
            </div>
            <Stages video={video} className="flex-1" />
          </div>
        </div>
      )}
    </section>
  )
}

function Numbers({ overview }: { overview: Overview }) {
  const delta = overview.followers_gained_7d
  const rows: [string, number | null, string][] = [
    ['Day of life', overview.day_of_life, overview.growth.on ? 'still warming up' : ''],
    ['Followers', overview.followers, delta === null ? '' : `${delta >= 0 ? '+' : ''}${delta.toLocaleString('en-GB')} in 7 days`],
    ['Posts', overview.posts_this_week, 'this week'],
    ['Views', overview.views_7d, 'in 7 days'],
    // Not every network tells these two; what none tells takes no room.
    ...(['reach_7d', 'watch_min_7d'] as const).flatMap((key): [string, number | null, string][] => (overview[key] === null ? [] : [[key === 'reach_7d' ? 'Reach' : 'Minutes watched', overview[key], 'in 7 days']])),
  ]
  return (
    <dl className="mt-8 flex flex-wrap gap-x-11 gap-y-4 max-sm:grid max-sm:grid-cols-2">
      {rows.map(([name, value, note]) => (
        <div key={name}>
          <dt className="text-soft">{name}</dt>
          {value === null ? (
            <dd className="mt-1.5 text-[14px] text-faint">not measured yet</dd>
          ) : (
            <>
              <dd className="display text-[32px] font-semibold leading-tight">{value.toLocaleString('en-GB')}</dd>
              <dd className="num min-h-4 text-[12px] text-faint">{note}</dd>
            </>
          )}
        </div>
      ))}
    </dl>
  )
}
