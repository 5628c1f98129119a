'use client'
import Link from 'next/link'
import { type CSSProperties, useState } from 'react'
import { useLife, useLifeBefore, useOverview } from '@/api/influencers'
import type { Influencer, Overview } from '@/api/types'
import { useVideos } from '@/api/videos'
import { useCurrent } from '@/components/current'
import { Journal } from '@/components/journal'
import { Review } from '@/components/review/review'
import { Icon } from '@/components/ui/icon'
import { Empty, Refusal, Skeleton } from '@/components/ui/notes'
import { VideoPanel } from '@/components/video/video-panel'
import { useAddress } from '@/lib/address'
import { addDays, dayOf, moment } from '@/lib/dates'
import { windowOf } from '@/lib/lifeline'
import { brief, capital, firstName, their } from '@/lib/words'
import { Feed } from './feed'
import { GrowthPhase } from './growth-phase'
import { Hero } from './hero'
import { Lifeline } from './lifeline'
import { Measured } from './measured'
import { NeedsYou } from './needs-you'
import { Sponsorship } from './sponsorship'

export function Dashboard() {
  const { cast, who } = useCurrent()
  const [review] = useAddress('review')
  if (cast.error) return <div className="p-8"><Refusal error={cast.error} again={() => void cast.refetch()} /></div>
  if (cast.data && !cast.data.length) {
    return (
      <div className="mx-auto max-w-3xl p-8 max-md:p-4">
        <h1 className="mb-6 text-5xl font-bold leading-none">Nobody lives here yet.</h1>
        <Empty title="Make the first persona" action={<Link href="/onboarding" className="button button-ink"><Icon name="spark" />Start</Link>}>
          The wizard takes about a minute and ends with thirty planned days.
        </Empty>
      </div>
    )
  }
  if (review) return <Review at={review} />
  if (!who) return <Waiting />
  return <Today key={who.id} who={who} />
}

function Waiting() {
  return (
    <div className="mx-auto grid max-w-[1320px] gap-6 px-8 py-7 max-md:px-4" aria-busy="true">
      <h1 className="sr-only">Today</h1>
      <Skeleton className="h-28 max-w-2xl" />
      <Skeleton className="h-72" />
      <Skeleton className="h-48" />
    </div>
  )
}

function Today({ who }: { who: Influencer }) {
  const overview = useOverview(who.id)
  if (overview.error) return <div className="p-8"><Refusal error={overview.error} again={() => void overview.refetch()} /></div>
  if (!overview.data) return <Waiting />
  return <Board who={who} overview={overview.data} />
}

function Board({ who, overview }: { who: Influencer; overview: Overview }) {
  const [now] = useState(() => Date.now())
  const [open, setOpen] = useAddress('post')
  const zone = who.persona.timezone
  const { from, to } = windowOf(dayOf(who.created_at, zone), dayOf(now, zone))
  const life = useLife(who.id, from, to)
  const before = useLifeBefore(who.id, from, to)
  const videos = useVideos(moment(from, '00:00', zone), moment(addDays(to, 1), '00:00', zone), who.id)
  return (
    <div className="persona mx-auto max-w-[1320px] px-8 py-7 max-md:px-4 max-md:py-5" style={{ '--hue': who.hue } as CSSProperties}>
      <Hero who={who} overview={overview} onOpen={(id) => setOpen(id, true)} />
      <NeedsYou needs={overview.needs_you} influencer={who} onOpen={(id) => setOpen(id, true)} />
      <section className="rise card mt-8 px-5 pb-4 pt-5 max-md:px-3" style={{ '--i': 4 } as CSSProperties} aria-labelledby="life">
        <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <h2 id="life" className="text-[22px] font-semibold">{capital(their[who.persona.pronouns])} thirty days</h2>
          <p className="text-[13px] text-soft">Solid was, dotted will be{before?.life ? `, dashed would have been without “${brief(before.why)}”` : ''}. Empty frames are not filmed yet.</p>
        </div>
        {life.error ? <Refusal error={life.error} again={() => void life.refetch()} /> : life.data && videos.data ? <Lifeline who={who} life={life.data} instead={before?.life} videos={videos.data} now={now} onOpen={(id) => setOpen(id, true)} /> : <Skeleton className="h-[300px]" />}
      </section>
      <Feed overview={overview} onOpen={(id) => setOpen(id, true)} />
      <section className="mt-10 grid grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)] gap-x-12 gap-y-10 max-lg:grid-cols-1">
        <div>
          <Measured who={who} now={now} />
        </div>
        <div className="border-l border-line pl-8 max-lg:border-0 max-lg:pl-0">
          <h2 className="mb-4 text-[22px] font-semibold">{overview.growth.on ? 'Warming up' : 'Pace'}</h2>
          <GrowthPhase key={who.rev} who={who} growth={overview.growth} />
        </div>
        <div className="border-t border-line pt-6">
          <div className="mb-3 flex items-baseline justify-between gap-4">
            <h2 className="text-[22px] font-semibold">What {firstName(who)} did</h2>
            <Link href={`/influencer/${who.id}?tab=log`} className="inline-flex items-center gap-1 font-medium text-persona-ink hover:underline">
              All of it
              <Icon name="right" size={13} />
            </Link>
          </div>
          <Journal id={who.id} zone={zone} limit={6} />
        </div>
        <div className="border-l border-t border-line pl-8 pt-6 max-lg:border-l-0 max-lg:pl-0">
          <Sponsorship overview={overview} who={who} />
        </div>
      </section>
      <VideoPanel id={open} onOpen={setOpen} onClose={() => setOpen(undefined)} />
    </div>
  )
}
