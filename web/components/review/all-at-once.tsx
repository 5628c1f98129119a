'use client'
import { type CSSProperties, useState } from 'react'
import { toast } from 'sonner'
import { useApproval } from '@/api/review'
import type { Channel, Influencer, Video } from '@/api/types'
import { useSponsors } from '@/api/sponsors'
import { Icon } from '@/components/ui/icon'
import { Phone } from '@/components/video/phone'
import { networksOf } from '@/lib/network'
import { count } from '@/lib/words'
import { Facts } from './facts'

type Props = { queue: readonly Video[]; people: readonly Influencer[]; channels: readonly Channel[]; onOpen: (id: string) => void }

/** Every post that waits on one sheet, with one yes for exactly those that stand on it. */
export function AllAtOnce({ queue, people, channels, onOpen }: Props) {
  const sponsors = useSponsors().data
  const all = useYesToAll()
  return (
    <>
      <ul className="grid grid-cols-2 gap-x-10 gap-y-8 max-lg:grid-cols-1">
        {queue.map((video) => {
          const who = people.find((one) => one.id === video.influencer_id)
          if (!who) return null
          const sponsor = sponsors?.find((one) => one.id === video.sponsor_id)?.company
          return (
            <li key={video.id} className="persona flex gap-5" style={{ '--hue': who.hue } as CSSProperties}>
              <Phone who={who} video={video} network={networksOf(channels, who.id)[0]} sponsor={sponsor} width={132} />
              <div className="flex min-w-0 flex-1 flex-col gap-2.5">
                <button type="button" className="text-left text-lg font-semibold leading-snug hover:underline" onClick={() => onOpen(video.id)}>
                  {video.title}
                </button>
                <Facts video={video} who={who} channels={channels} sponsor={sponsor} />
                {video.caption && <p className="line-clamp-4 whitespace-pre-line text-[13.5px] text-soft">{video.caption}</p>}
              </div>
            </li>
          )
        })}
      </ul>
      <div className="sticky bottom-0 z-10 mt-6 flex flex-wrap items-center gap-x-4 gap-y-2 bg-paper py-3 max-md:bottom-[68px]">
        <button type="button" className="button button-ink" disabled={all.busy} onClick={() => void all.say(queue)}>
          <Icon name="check" />
          {all.busy ? 'Approving…' : `Approve ${queue.length === 1 ? 'it' : `these ${queue.length}`}`}
        </button>
        <p className="text-[13px] text-soft">The yes is for exactly the films that stand here; one that changed meanwhile is refused.</p>
      </div>
    </>
  )
}

/** One yes after the other, so that a film that changed meanwhile is refused alone; one undo for all that were taken. */
function useYesToAll() {
  const { approve, takeBack } = useApproval()
  const [busy, setBusy] = useState(false)
  const each = async (list: readonly Video[], work: (video: Video) => Promise<Video>) => {
    const done: Video[] = []
    for (const video of list) {
      try {
        done.push(await work(video))
      } catch (error) {
        toast.error(error instanceof Error ? `“${video.title}”: ${error.message}` : `“${video.title}” did not work.`)
      }
    }
    return done
  }
  const say = async (list: readonly Video[]) => {
    setBusy(true)
    const done = await each([...list], approve.mutateAsync)
    setBusy(false)
    if (done.length) toast(`Approved ${count(done.length, 'post')}`, { action: { label: 'Undo', onClick: () => void each(done, takeBack.mutateAsync) } })
  }
  return { busy, say }
}
