'use client'
import { useEffect, useRef, useState } from 'react'
import type { Influencer, Video } from '@/api/types'
import { Frame } from '@/components/frame'
import { LANE, LifelinePath } from '@/components/lifeline-path'
import { dayOf, sayDay, timeOf } from '@/lib/dates'
import { type Days, type Dot, dots, lanes, windowOf } from '@/lib/lifeline'
import { statusOf } from '@/lib/words'

/** Pixels of a day, at least; a line without films may be narrower. */
const LEAST = 30
const NARROW = 23
type Props = { who: Influencer; life: Days; instead?: Days; videos?: readonly Video[]; now: number; onOpen?: (id: string) => void }

/** Her month: film above, when there is any, and below it the line of her life, beside the one she would have had. */
export function Lifeline({ who, life, instead, videos = [], now, onOpen }: Props) {
  const zone = who.persona.timezone
  const { from, today } = windowOf(dayOf(who.created_at, zone), dayOf(now, zone))
  const days = dots(life, videos, from, 30, zone)
  const other = instead && dots(instead, videos, from, 30, zone)
  const box = useRef<HTMLDivElement>(null)
  const least = onOpen ? LEAST : NARROW
  const [step, setStep] = useState(least)
  useEffect(() => {
    if (!box.current) return
    const watch = new ResizeObserver(([entry]) => setStep(Math.max(least, Math.floor((entry?.contentRect.width ?? 0) / 30))))
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [least])
  useEffect(() => {
    box.current?.scrollTo({ left: Math.max(0, (today - 3) * least) })
  }, [today, least])
  return (
    <div className="grid grid-cols-[66px_minmax(0,1fr)]">
      <div className={`text-[13px] text-soft ${onOpen ? 'pt-[92px]' : 'pt-1'}`} aria-hidden="true">
        {lanes.map((lane) => (
          <div key={lane} style={{ height: LANE }} className="flex items-center">
            {lane}
          </div>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a strip that scrolls sideways must be reachable without a mouse */}
      <div ref={box} className="relative -ml-2 overflow-x-auto pb-1 pl-2 pt-1" tabIndex={0} role="region" aria-label={`Thirty days of ${who.name}`}>
        <div style={{ width: step * 30 }} className="relative">
          {onOpen && (
            <ol className="flex h-[92px] items-end pb-4">
              {days.map((dot) => (
                <li key={dot.day} style={{ width: step }} className="flex justify-center">
                  <Film dot={dot} zone={zone} today={dot.index === today} onOpen={onOpen} />
                </li>
              ))}
            </ol>
          )}
          <LifelinePath days={days} instead={other} today={today} step={step} />
          <div className="mt-2 flex text-[12px] text-faint" aria-hidden="true">
            {days.map((dot) => (
              <span key={dot.day} style={{ width: step }} className={`num text-center ${dot.index === today ? 'font-semibold text-persona-ink' : ''}`}>
                {Number(dot.day.slice(8))}
              </span>
            ))}
          </div>
        </div>
      </div>
    </div>
  )
}

function Film({ dot, zone, today, onOpen }: { dot: Dot; zone: string; today: boolean; onOpen: (id: string) => void }) {
  const video = dot.videos.find((one) => one.kind === 'reel') ?? dot.videos[0]
  const size = today ? 'h-[68px] w-[38px]' : 'h-[50px] w-[28px]'
  if (!video) return <span className="h-[50px]" />
  const more = dot.videos.length - 1
  const name = `${sayDay(dot.day)}, ${timeOf(video.scheduled_time, zone)}: ${video.title}, ${statusOf(video).word}${more ? `; ${dot.videos.length} posts on this day` : ''}`
  return (
    <button type="button" onClick={() => onOpen(video.id)} aria-label={name} title={name} className={`relative rounded-[5px] transition-transform duration-200 ease-swift hover:-translate-y-1 ${size} ${today ? 'ring-2 ring-persona ring-offset-2 ring-offset-panel' : ''}`}>
      <Frame video={video} className="size-full" />
      {more > 0 && <span className="num absolute -right-1.5 -top-2 grid size-4 place-items-center rounded-full bg-ink text-[10px] font-semibold text-paper">{dot.videos.length}</span>}
    </button>
  )
}
