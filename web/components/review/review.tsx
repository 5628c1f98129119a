'use client'
import { type CSSProperties, useEffect, useRef, useState } from 'react'
import { toast } from 'sonner'
import { useChannels } from '@/api/channels'
import { useInfluencers } from '@/api/influencers'
import { useApproval, useWaiting } from '@/api/review'
import type { Video } from '@/api/types'
import { Icon } from '@/components/ui/icon'
import { Refusal, Skeleton } from '@/components/ui/notes'
import { useTakeOut } from '@/components/video/take-out'
import { setAddress, useAddress } from '@/lib/address'
import { afterLeaving, deedOf } from '@/lib/review'
import { count } from '@/lib/words'
import { Ahead } from './ahead'
import { AllAtOnce } from './all-at-once'
import { One } from './one'
import { Queue } from './queue'

const ALL = 'all'

/** Every post of every persona that waits for a yes, one after the other under the keys, or all of them on one sheet. */
export function Review({ at }: { at: string }) {
  const waiting = useWaiting()
  const people = useInfluencers().data
  const channels = useChannels().data ?? []
  const [, setAt] = useAddress('review')
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const [editing, setEditing] = useState(false)
  const { approve, takeBack } = useApproval()
  const takeOut = useTakeOut()
  const queue = (waiting.data ?? []).filter((video) => !gone.has(video.id))
  const video = queue.find((one) => one.id === at) ?? queue[0]
  const place = video ? queue.indexOf(video) : -1
  const leave = () => setAddress({ review: undefined })
  const turn = (way: number) => setAt(queue[Math.min(queue.length - 1, Math.max(0, place + way))]?.id ?? at)
  const failed = (error: Error) => toast.error(error.message)
  const say = (chosen: Video) => {
    setAt(afterLeaving(queue, chosen.id) ?? 'next')
    approve.mutate(chosen, {
      onError: failed,
      onSuccess: (done) => toast(`Approved “${chosen.title}”`, { action: { label: 'Undo', onClick: () => takeBack.mutate(done, { onError: failed, onSuccess: () => setAt(done.id) }) } }),
    })
  }
  const drop = (chosen: Video) => {
    setAt(afterLeaving(queue, chosen.id) ?? 'next')
    const without = (set: ReadonlySet<string>) => new Set([...set].filter((id) => id !== chosen.id))
    setGone((before) => new Set(before).add(chosen.id))
    takeOut(chosen, () => {
      setGone(without)
      setAt(chosen.id)
    })
  }
  const one = at !== ALL && !editing && video
  useKeys((deed) => {
    if (deed === 'leave') editing ? setEditing(false) : leave()
    else if (!one) return
    else if (deed === 'next') turn(1)
    else if (deed === 'before') turn(-1)
    else if (deed === 'approve') say(video)
    else if (deed === 'edit') setEditing(true)
    else drop(video)
  })
  const who = people?.find((person) => person.id === video?.influencer_id)
  return (
    <div className="persona mx-auto max-w-[1180px] px-8 py-7 max-md:px-4 max-md:py-5" style={{ '--hue': who?.hue ?? 300 } as CSSProperties}>
      <header className="mb-7 flex flex-wrap items-end gap-x-6 gap-y-3 max-md:mb-4">
        <h1 className="text-[clamp(30px,4vw,46px)] font-bold leading-none">{waiting.data ? (queue.length ? `${count(queue.length, 'post')} ${queue.length === 1 ? 'needs' : 'need'} your OK` : 'Nothing waits for you') : 'What needs your OK'}</h1>
        <div className="ml-auto flex flex-wrap gap-2 max-md:ml-0">
          {queue.length > 1 && (
            <div role="group" aria-label="Look at" className="segments">
              <button type="button" aria-pressed={at !== ALL} onClick={() => setAt('next')}>
                One by one
              </button>
              <button type="button" aria-pressed={at === ALL} onClick={() => setAt(ALL)}>
                All at once
              </button>
            </div>
          )}
          <button type="button" className="button button-line button-small" aria-keyshortcuts="Escape" onClick={leave}>
            <Icon name="close" />
            Leave
            <span aria-hidden="true" className="num text-[12px] opacity-70 max-md:hidden">Esc</span>
          </button>
        </div>
      </header>
      {waiting.error ? (
        <Refusal error={waiting.error} again={() => void waiting.refetch()} />
      ) : !waiting.data || !people ? (
        <Skeleton className="h-[520px]" />
      ) : !video || !who ? (
        <Ahead people={people} channels={channels} />
      ) : at === ALL ? (
        <AllAtOnce queue={queue} people={people} channels={channels} onOpen={setAt} />
      ) : (
        <div className="grid grid-cols-[230px_minmax(0,1fr)] gap-10 max-lg:grid-cols-1 max-lg:gap-5">
          <Queue queue={queue} people={people} at={video.id} onOpen={setAt} />
          <One key={video.id} video={video} who={who} channels={channels} editing={editing} onEdit={setEditing} onApprove={() => say(video)} onOut={() => drop(video)} onTurn={turn} first={place === 0} last={place === queue.length - 1} />
        </div>
      )}
    </div>
  )
}

/** Single keys, unless somebody types; Escape counts there too. */
function useKeys(deed: (name: NonNullable<(typeof deedOf)[string]>) => void): void {
  const latest = useRef(deed)
  useEffect(() => {
    latest.current = deed
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const name = deedOf[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      const types = (event.target as HTMLElement).closest('input, textarea, select, dialog, video')
      if (!name || event.ctrlKey || event.metaKey || event.altKey || event.repeat || (types && name !== 'leave')) return
      event.preventDefault()
      latest.current(name)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
