'use client'
import Link from 'next/link'
import { type CSSProperties, useEffect, useState } from 'react'
import { useInfluencers } from '@/api/influencers'
import { useSponsors } from '@/api/sponsors'
import type { Video } from '@/api/types'
import { useVideo } from '@/api/videos'
import { SeriesSection } from '@/components/series/series-section'
import { Dialog } from '@/components/ui/dialog'
import { Refusal, Skeleton, Status } from '@/components/ui/notes'
import { When } from '@/components/ui/when'
import { money } from '@/lib/words'
import { Actions, type VideoForm } from './actions'
import { Attempts } from './attempts'
import { FailureCard } from './failure-card'
import { OnEach } from './on-each'
import { Outlets } from './outlets'
import { Stages } from './stages'
import { Words } from './words'

/** One post from every side, in a sheet over whatever page asked for it. */
export function VideoPanel({ id, onOpen, onClose }: { id: string | undefined; onOpen: (id: string) => void; onClose: () => void }) {
  const video = useVideo(id)
  const [said, setSaid] = useState<string>()
  useEffect(() => {
    if (!id) setSaid(undefined)
  }, [id])
  return (
    <Dialog open={!!id} onClose={onClose} title={video.data?.title || 'Post'} side>
      {video.error ? <Refusal error={video.error} again={() => void video.refetch()} /> : video.data ? <Body key={video.data.id} video={video.data} said={said} onSaid={setSaid} onOpen={onOpen} onClose={onClose} /> : <Skeleton className="h-96" />}
    </Dialog>
  )
}

type Props = { video: Video; said: string | undefined; onSaid: (said: string) => void; onOpen: (id: string) => void; onClose: () => void }

function Body({ video, said, onSaid, onOpen, onClose }: Props) {
  const [form, setForm] = useState<VideoForm>()
  const who = useInfluencers().data?.find((one) => one.id === video.influencer_id)
  const sponsor = useSponsors().data?.find((one) => one.id === video.sponsor_id)
  if (!who) return <Skeleton className="h-96" />
  const files = ([['Film', video.kind === 'reel' ? video.film_url : null], ['Picture', video.kind === 'story' ? video.film_url : null], ['Subtitles', video.srt_url]] as const).filter(([, url]) => url)
  return (
    <div className="persona flex flex-col gap-5" style={{ '--hue': who.hue } as CSSProperties}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Status video={video} />
        <When at={video.scheduled_time} zone={video.timezone} withZone className="text-[13px]" />
        <Link href={`/influencer/${who.id}`} className="text-[13px] text-persona-ink hover:underline">
          {who.name}
        </Link>
      </div>
      <div className="flex gap-5">
        <OnEach influencer={who.id} who={who} video={video} sponsor={sponsor?.company} width={200} play />
        <Stages video={video} className="flex-1" />
      </div>
      <FailureCard video={video} />
      <Outlets video={video} />
      <Actions video={video} form={form} onForm={setForm} onClose={onClose} />
      <p role="status" className="-my-2 text-[14px] font-medium text-good empty:hidden">
        {said}
      </p>
      {video.series_id && <SeriesSection video={video} id={video.series_id} onForm={setForm} onSaid={onSaid} onOpen={onOpen} onClose={onClose} />}
      <Attempts video={video} />
      <Words video={video} />
      <p className="flex flex-wrap gap-x-4 text-[13px] text-soft">
        Cost so far: {money(video.cost_usd)}.
        {files.map(([name, url]) => (
          <a key={name} href={url ?? ''} download className="text-persona-ink hover:underline">
            {name}
          </a>
        ))}
      </p>
    </div>
  )
}
