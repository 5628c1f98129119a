'use client'
import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react'
import type { Influencer, Video } from '@/api/types'
import { Frame } from '@/components/frame'
import { Icon } from '@/components/ui/icon'
import { Status } from '@/components/ui/notes'
import { frozen } from '@/lib/calendar'
import { dayOf, sayDay, sayForViewer, timeOf } from '@/lib/dates'
import { statusOf } from '@/lib/words'

export type ChipDeeds = {
  open: (video: Video) => void
  start: (video: Video) => (event: PointerEvent<HTMLElement>) => void
  step: (video: Video, days: number) => void
  sponsor: (id: string | null) => string | undefined
}
type Props = { video: Video; who: Influencer | undefined; deeds: ChipDeeds; large?: boolean }

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** One post in the calendar: its film on her colour, its words, its hour, its state. */
export function Chip({ video, who, deeds, large = false }: Props) {
  const { word } = statusOf(video)
  const over = video.status === 'posted'
  const filmed = !!video.thumbnail_url
  const ring: CSSProperties = filmed ? { boxShadow: '0 0 0 1.5px var(--panel), 0 0 0 3px var(--persona)' } : { border: '1.5px dashed var(--persona)' }
  const sponsor = deeds.sponsor(video.sponsor_id)
  const key = (event: KeyboardEvent) => {
    const days = event.altKey ? STEPS[event.key] : undefined
    if (!days) return
    event.preventDefault()
    deeds.step(video, days)
  }
  return (
    <button
      type="button"
      onClick={() => deeds.open(video)}
      onPointerDown={deeds.start(video)}
      onKeyDown={key}
      onDragStart={(event) => event.preventDefault()}
      aria-keyshortcuts={frozen(video) ? undefined : 'Alt+ArrowLeft Alt+ArrowRight Alt+ArrowUp Alt+ArrowDown'}
      title={`For you: ${sayForViewer(video.scheduled_time)}`}
      className={`persona flex w-full min-w-0 select-none items-center gap-2.5 rounded-lg px-1.5 text-left leading-tight hover:bg-sunk ${large ? 'py-2' : 'py-1'} ${frozen(video) ? '' : 'cursor-grab'}`}
      style={{ '--hue': who?.hue ?? 300 } as CSSProperties}
    >
      <span className={`block shrink-0 rounded-[5px] ${large ? 'h-[52px] w-[30px]' : 'h-[34px] w-[20px]'}`} style={ring}>
        {filmed ? <Frame video={{ ...video, kind: 'story' }} className="size-full" /> : video.status === 'processing' && <i className="breathe m-auto mt-[10px] block size-2 rounded-full bg-live ring-1 ring-live-ink/40" />}
      </span>
      <span className="min-w-0 flex-1">
        <span className={`block truncate ${large ? 'text-[15px] font-medium' : `text-[12.5px] ${over ? 'text-soft' : 'font-medium'}`}`}>{video.title}</span>
        <span className="flex min-w-0 items-center gap-1.5 overflow-hidden text-[12px] text-soft">
          <time className="num" dateTime={video.scheduled_time}>
            {timeOf(video.scheduled_time, video.timezone)}
          </time>
          <span className="sr-only">
            {video.kind}, {sayDay(dayOf(video.scheduled_time, video.timezone), 'long')}, {word}, {who?.name}
          </span>
          {large ? <Status video={video} /> : <Small video={video} />}
          {large && who && <span className="truncate">{who.name}</span>}
          {sponsor && <span className="truncate">{large ? `paid by ${sponsor}` : sponsor}</span>}
        </span>
      </span>
    </button>
  )
}

/** In a narrow cell the icon stands for the quiet states; what needs a person keeps its word. */
function Small({ video }: { video: Video }) {
  const { mark, tone } = statusOf(video)
  return tone === 'quiet' ? <Icon name={mark} size={12} className="text-faint" /> : <Status video={video} short className="!text-[11.5px]" />
}
