'use client'
import { useRouter } from 'next/navigation'
import { type CSSProperties, useState } from 'react'
import { toast } from 'sonner'
import { useChangeInfluencer, useInfluencer, useLife } from '@/api/influencers'
import type { Influencer, Video } from '@/api/types'
import { useVideos } from '@/api/videos'
import { Lifeline } from '@/components/dashboard/lifeline'
import { Portrait } from '@/components/portrait'
import { Icon } from '@/components/ui/icon'
import { Refusal, Skeleton, Status } from '@/components/ui/notes'
import { When } from '@/components/ui/when'
import { VideoPanel } from '@/components/video/video-panel'
import { addDays, dayOf, moment } from '@/lib/dates'
import { capital, count, firstName, their } from '@/lib/words'

/** The thirty days that were just planned, the first posts, and the one button that starts them. */
export function Plan({ id }: { id: string }) {
  const influencer = useInfluencer(id)
  if (influencer.error) return <main className="mx-auto max-w-xl p-6"><h1 className="mb-4 text-4xl font-bold">That did not load.</h1><Refusal error={influencer.error} again={() => void influencer.refetch()} /></main>
  if (!influencer.data) return <main className="mx-auto max-w-[1180px] px-8" aria-busy="true"><h1 className="sr-only">Thirty days</h1><Skeleton className="h-96" /></main>
  return <Days who={influencer.data} />
}

function Days({ who }: { who: Influencer }) {
  const router = useRouter()
  const [now] = useState(() => Date.now())
  const [open, setOpen] = useState<string>()
  const change = useChangeInfluencer(who.id)
  const zone = who.persona.timezone
  const from = dayOf(who.created_at, zone)
  const to = addDays(from, 30)
  const life = useLife(who.id, from, to)
  const videos = useVideos(moment(from, '00:00', zone), moment(addDays(to, 1), '00:00', zone), who.id)
  const list = (videos.data ?? []).filter((video) => video.status !== 'withdrawn').sort((a, b) => a.scheduled_time.localeCompare(b.scheduled_time))
  const reels = list.filter((video) => video.kind === 'reel').length
  const goLive = () => {
    const leave = () => router.push(`/dashboard?who=${who.id}`)
    if (!who.paused) return leave()
    change.mutate({ change: { paused: false }, rev: who.rev }, { onSuccess: leave, onError: (error) => toast.error(error.message) })
  }
  return (
    <main className="persona mx-auto max-w-[1180px] px-8 pb-24 max-md:px-4" style={{ '--hue': who.hue } as CSSProperties}>
      <div className="flex items-center gap-4">
        <Portrait name={who.name} hue={who.hue} url={who.face_url} size={64} />
        <div>
          <p className="text-[17px] font-medium">{who.name}</p>
          <p className="text-faint">@{who.handle}</p>
        </div>
      </div>
      <h1 className="mt-5 text-[clamp(38px,5.4vw,68px)] font-bold leading-[0.98]">{capital(their[who.persona.pronouns])} next thirty days.</h1>
      {life.error ? (
        <div className="mt-6"><Refusal error={life.error} again={() => void life.refetch()} /></div>
      ) : !life.data || !videos.data ? (
        <Skeleton className="mt-6 h-80" />
      ) : (
        <>
          <p className="mt-3 max-w-[60ch] text-[17px] text-soft" data-testid="plan-summary">
            {count(life.data.items.length, 'thing happens', 'things happen')}, {count(reels, 'reel')} and {count(list.length - reels, 'story', 'stories')} come of it. {life.data.violations.length ? `${count(life.data.violations.length, 'contradiction')} found.` : 'The checker found no contradiction.'} {who.paused ? 'Nothing goes out before you say so.' : ''}
          </p>
          <section className="rise card mt-7 px-5 pb-4 pt-5 max-md:px-3" aria-label="Thirty days">
            <Lifeline who={who} life={life.data} videos={list} now={now} onOpen={setOpen} />
          </section>
          <h2 className="mb-3 mt-9 text-[22px] font-semibold">The first posts</h2>
          <ol className="grid grid-cols-3 gap-4 max-md:grid-cols-1">
            {list.slice(0, 6).map((video) => (
              <First key={video.id} video={video} onOpen={setOpen} />
            ))}
          </ol>
        </>
      )}
      <div className="sticky bottom-0 -mx-2 mt-8 flex flex-wrap items-center gap-2 bg-paper px-2 py-4">
        <button type="button" className="button button-ink" disabled={change.isPending} onClick={goLive}>
          <Icon name="play" />
          Go live
        </button>
        <button type="button" className="button button-line" onClick={() => router.push(`/calendar?who=${who.id}`)}>
          <Icon name="calendar" />
          Look through the calendar first
        </button>
        {who.paused && <span className="text-[13px] text-soft">{firstName(who)} stays paused until then.</span>}
      </div>
      <VideoPanel id={open} onOpen={setOpen} onClose={() => setOpen(undefined)} />
    </main>
  )
}

function First({ video, onOpen }: { video: Video; onOpen: (id: string) => void }) {
  return (
    <li>
      <button type="button" onClick={() => onOpen(video.id)} className="card flex size-full flex-col items-start gap-1.5 p-4 text-left hover:border-edge">
        <span className="flex w-full items-center justify-between gap-2 text-[13px] text-soft">
          <When at={video.scheduled_time} zone={video.timezone} />
          {capital(video.kind)}
        </span>
        <span className="text-[16px] font-semibold leading-snug">{video.title}</span>
        <span className="line-clamp-3 text-[14px] text-soft">{video.direction}</span>
        <Status video={video} className="mt-auto pt-1" />
      </button>
    </li>
  )
}
