import { type CSSProperties, useEffect, useRef } from 'react'
import type { Influencer, Video } from '@/api/types'
import { Frame } from '@/components/frame'
import { When } from '@/components/ui/when'
import { firstName } from '@/lib/words'

type Props = { queue: readonly Video[]; people: readonly Influencer[]; at: string; onOpen: (id: string) => void }

/** The posts that wait, in the order they go out; the one at hand stays in sight. */
export function Queue({ queue, people, at, onOpen }: Props) {
  const here = useRef<HTMLButtonElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the turn to another post that scrolls
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [at])
  return (
    <ol aria-label="What waits" className="flex max-h-[70dvh] flex-col gap-1 overflow-y-auto p-1 max-lg:max-h-none max-lg:flex-row max-lg:overflow-x-auto max-lg:pb-2">
      {queue.map((video) => {
        const who = people.find((one) => one.id === video.influencer_id)
        const current = video.id === at
        return (
          <li key={video.id} className="persona max-lg:w-[228px] max-lg:shrink-0" style={{ '--hue': who?.hue ?? 300 } as CSSProperties}>
            <button ref={current ? here : undefined} type="button" aria-current={current || undefined} onClick={() => onOpen(video.id)} className="flex w-full items-center gap-3 rounded-xl p-2 text-left hover:bg-sunk aria-[current]:bg-persona-soft">
              <Frame video={video} className="h-14 w-9 shrink-0" />
              <span className="min-w-0">
                <span className="block truncate font-medium">{video.title}</span>
                <span className="block truncate text-[12.5px] text-soft">
                  {who && `${firstName(who)}, `}
                  <When at={video.scheduled_time} zone={video.timezone} />
                </span>
              </span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}
