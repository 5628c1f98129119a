'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useInfluencers, usePlanMore } from '@/api/influencers'
import { useSponsors } from '@/api/sponsors'
import type { Influencer, Video } from '@/api/types'
import { useVideos } from '@/api/videos'
import { Icon } from '@/components/ui/icon'
import { Empty, Refusal, Skeleton } from '@/components/ui/notes'
import { useMove } from '@/components/video/move'
import { setAddress, useAddress } from '@/lib/address'
import { byDay, frozen, monthGrid, span, turn, type View } from '@/lib/calendar'
import { addDays, dayOf, daysBetween, moment, viewerZone } from '@/lib/dates'
import { usePhone } from '@/lib/phone'
import { toast } from 'sonner'
import { Agenda } from './agenda'
import { Carried, useDrag } from './drag'
import { Grid } from './grid'
import { Head } from './head'
import { PausedSeries } from './paused-series'

const isView = (text: string | undefined): text is View => text === 'month' || text === 'week' || text === 'day' || text === 'list'
const keysOf: Record<string, View> = { m: 'month', w: 'week', d: 'day', l: 'list' }

/** What was posted, what will be, and how often: month, week, day or list, for everybody in the cast. */
export function CalendarWidget({ onOpen }: { onOpen: (id: string) => void }) {
  const phone = usePhone()
  const router = useRouter()
  const cast = useInfluencers()
  const [askedView, setView] = useAddress('view')
  const [askedDay, setDay] = useAddress('day')
  const [off, setOff] = useAddress('without')
  const view: View = isView(askedView) ? askedView : phone ? 'list' : 'month'
  const zone = cast.data?.[0]?.persona.timezone ?? viewerZone()
  const [now] = useState(() => Date.now())
  const today = dayOf(now, zone)
  const day = askedDay && /^\d{4}-\d\d-\d\d$/.test(askedDay) ? askedDay : today
  const { from, to } = span(view, day, today)
  const videos = useVideos(moment(addDays(from, -1), '00:00', zone), moment(addDays(to, 2), '00:00', zone))
  const hidden = useMemo(() => new Set((off ?? '').split(',').filter(Boolean)), [off])
  const shown = useMemo(() => (videos.data ?? []).filter((video) => video.status !== 'withdrawn' && !hidden.has(video.influencer_id)), [videos.data, hidden])
  const days = useMemo(() => byDay(shown), [shown])
  const people = useMemo(() => new Map<string, Influencer>((cast.data ?? []).map((one) => [one.id, one])), [cast.data])
  const sponsors = useSponsors()
  const move = useMove()
  const { drag, start, wasDrop } = useDrag((video, target) => move(video, target))
  const deeds = {
    open: (video: Video) => !wasDrop() && onOpen(video.id),
    start,
    step: (video: Video, count: number) => {
      const why = frozen(video)
      if (why) toast(why)
      else move(video, addDays(dayOf(video.scheduled_time, video.timezone), count))
    },
    sponsor: (id: string | null) => (id ? (sponsors.data?.find((one) => one.id === id)?.company ?? 'sponsor') : undefined),
  }
  const go = (way: -1 | 1) => setDay(turn(view, day, way))
  useKeys({ today: () => setDay(undefined), view: setView, make: () => router.push('/create'), turn: go })
  const openDay = (one: string) => setAddress({ day: one, view: 'day' }, true)
  if (cast.error) return <Refusal error={cast.error} again={() => void cast.refetch()} />
  const common = { today, days, cast: people, deeds }
  const inside = [...days.entries()].filter(([one]) => one >= from && one <= to).flatMap(([, list]) => list)
  return (
    <>
      <Head view={view} day={day} from={from} to={to} count={inside} cast={cast.data ?? []} hidden={hidden} zone={zone} onView={(next) => setView(next)} onTurn={go} onToday={() => setDay(undefined)} onHide={(next) => setOff(next.length ? next.join(',') : undefined)} />
      {videos.error ? (
        <Refusal error={videos.error} again={() => void videos.refetch()} />
      ) : !videos.data || !cast.data ? (
        <Skeleton className="h-[620px]" />
      ) : (
        <>
          <PausedSeries cast={people} hidden={hidden} />
          {!inside.length && <Nothing cast={cast.data} />}
          {view === 'month' && <Grid {...common} weeks={monthGrid(day, today)} month={day.slice(0, 7)} zone={zone} over={drag?.over} onDay={openDay} room={4} />}
          {view === 'week' && <Grid {...common} weeks={[Array.from({ length: 7 }, (_, n) => addDays(from, n))]} zone={zone} over={drag?.over} onDay={openDay} room={12} />}
          {(view === 'day' || view === 'list') && <Agenda {...common} list={Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n))} single={view === 'day'} />}
          <p className="mt-3 text-[13px] text-soft max-md:hidden">
            Drag a post to another day, or focus it and press <kbd className="num">Alt</kbd> with an arrow: its time of day stays. <kbd className="num">T</kbd> today, <kbd className="num">M</kbd> <kbd className="num">W</kbd> <kbd className="num">D</kbd> <kbd className="num">L</kbd> view, <kbd className="num">N</kbd> new post.
          </p>
        </>
      )}
      <Carried drag={drag} />
    </>
  )
}

function Nothing({ cast }: { cast: readonly Influencer[] }) {
  const first = cast.find((one) => one.mode === 'lifestyle') ?? cast[0]
  const plan = usePlanMore(first?.id ?? '')
  if (!first) {
    return (
      <div className="mb-5">
        <Empty title="Nobody to plan for yet" action={<Link href="/onboarding" className="button button-ink">Make the first persona</Link>}>
          The wizard plans thirty days at once.
        </Empty>
      </div>
    )
  }
  return (
    <div className="mb-5">
      <Empty
        title="No posts in these days"
        action={
          <>
            <button type="button" className="button button-ink" disabled={plan.isPending} onClick={() => plan.mutate(30, { onSuccess: (sum) => toast(`Planned ${sum.posts} posts over ${sum.days} days`), onError: (error) => toast.error(error.message) })}>
              <Icon name="spark" />
              {plan.isPending ? 'Planning…' : `Plan thirty days for ${first.name}`}
            </button>
            <Link href={`/create?who=${first.id}`} className="button button-line">
              Make one post
            </Link>
          </>
        }
      />
    </div>
  )
}

type Keys = { today: () => void; view: (view: string) => void; make: () => void; turn: (way: -1 | 1) => void }

/** Single letters do the common things, unless somebody is typing or a dialog is open. */
function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, select, dialog')) return
      const view = keysOf[event.key]
      if (event.key === 't') latest.current.today()
      else if (event.key === 'n') latest.current.make()
      else if (view) latest.current.view(view)
      else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') latest.current.turn(event.key === 'ArrowLeft' ? -1 : 1)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
