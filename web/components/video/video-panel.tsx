'use client'
import Link from 'next/link'
import { useState } from 'react'
import { toast } from 'sonner'
import { useInfluencers } from '@/api/influencers'
import { useSponsors } from '@/api/sponsors'
import type { Video } from '@/api/types'
import { useApproval } from '@/api/review'
import { useVideo, useVideoVerbs } from '@/api/videos'
import { Dialog } from '@/components/ui/dialog'
import { Icon } from '@/components/ui/icon'
import { Refusal, Skeleton, Status } from '@/components/ui/notes'
import { When } from '@/components/ui/when'
import { frozen } from '@/lib/calendar'
import { money } from '@/lib/words'
import { Attempts } from './attempts'
import { BeforeSpent } from './before-spent'
import { EditForm } from './edit-form'
import { FailureCard } from './failure-card'
import { MoveForm, useMove } from './move'
import { OnEach } from './on-each'
import { Outlets } from './outlets'
import { SeriesNote } from './series-note'
import { Stages } from './stages'
import { SponsorPick } from './sponsor-pick'
import { useTakeOut } from './take-out'
import { Words } from './words'

/** One post from every side, in a sheet over whatever page asked for it. */
export function VideoPanel({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const video = useVideo(id)
  return (
    <Dialog open={!!id} onClose={onClose} title={video.data?.title || 'Post'} side>
      {video.error ? <Refusal error={video.error} again={() => void video.refetch()} /> : video.data ? <Body key={video.data.id} video={video.data} onClose={onClose} /> : <Skeleton className="h-96" />}
    </Dialog>
  )
}

function Body({ video, onClose }: { video: Video; onClose: () => void }) {
  const who = useInfluencers().data?.find((one) => one.id === video.influencer_id)
  const sponsor = useSponsors().data?.find((one) => one.id === video.sponsor_id)
  if (!who) return <Skeleton className="h-96" />
  const files = ([['Film', video.kind === 'reel' ? video.film_url : null], ['Picture', video.kind === 'story' ? video.film_url : null], ['Subtitles', video.srt_url]] as const).filter(([, url]) => url)
  return (
    <div className="persona flex flex-col gap-5" style={{ '--hue': who.hue } as React.CSSProperties}>
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
      <Actions video={video} onClose={onClose} />
      <SeriesNote video={video} />
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

function Actions({ video, onClose }: { video: Video; onClose: () => void }) {
  const [open, setOpen] = useState<'move' | 'edit' | 'sponsor'>()
  const { make } = useVideoVerbs()
  const { approve } = useApproval()
  const takeOut = useTakeOut()
  const move = useMove()
  const stays = frozen(video)
  const failed = (error: Error) => toast.error(error.message)
  if (open === 'move') return <MoveForm video={video} onDone={() => setOpen(undefined)} />
  if (open === 'edit') return <EditForm video={video} onDone={() => setOpen(undefined)} />
  if (open === 'sponsor') return <SponsorPick video={video} onDone={() => setOpen(undefined)} />
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        {video.permalink && (
          <a href={video.permalink} target="_blank" rel="noreferrer" className="button button-ink button-small">
            <Icon name="out" />
            See the post
          </a>
        )}
        {video.approval === 'asked' && video.status === 'ready' && (
          <button type="button" className="button button-ink button-small" disabled={approve.isPending} onClick={() => approve.mutate(video, { onError: failed, onSuccess: () => toast('Approved. It goes out on time.') })}>
            <Icon name="check" />
            Approve
          </button>
        )}
        {(video.status === 'pending' || video.status === 'missed') && (
          <button type="button" className="button button-line button-small" disabled={make.isPending} onClick={() => make.mutate(video.id, { onError: failed, onSuccess: () => toast('Being made now. It still goes out at its hour.') })}>
            <Icon name="bolt" />
            Make it now
          </button>
        )}
        {!stays && (
          <>
            <button type="button" className="button button-line button-small" onClick={() => move(video, new Date(Date.now() + 5_000).toISOString())}>
              <Icon name="sent" />
              Post it now
            </button>
            <button type="button" className="button button-line button-small" onClick={() => setOpen('move')}>
              <Icon name="move" />
              Move to…
            </button>
            <button type="button" className="button button-line button-small" onClick={() => setOpen('edit')}>
              <Icon name="edit" />
              Edit
            </button>
            <button type="button" className="button button-line button-small" onClick={() => setOpen('sponsor')}>
              <Icon name="sponsors" />
              {video.sponsor_id ? 'Change sponsor' : 'Add sponsor'}
            </button>
            <button
              type="button"
              className="button button-bad button-small"
              onClick={() => {
                takeOut(video)
                onClose()
              }}
            >
              <Icon name="trash" />
              Take out
            </button>
          </>
        )}
      </div>
      {(video.status === 'pending' || video.status === 'missed') && <BeforeSpent kind={video.kind} />}
      {stays && video.status === 'processing' && <p className="text-[13px] text-soft">{stays}</p>}
    </div>
  )
}
