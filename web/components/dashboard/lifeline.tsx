'use client'
import { useEffect, useRef, useState } from 'react'
import type { Influencer, Life, Video } from '@/api/types'
import { Frame } from '@/components/frame'
import { dayOf, sayDay, timeOf } from '@/lib/dates'
import { type Dot, dots, lanes, path, split, windowOf } from '@/lib/lifeline'
import { statusOf } from '@/lib/words'

const LANE = 34
const TOP = 17
const LEAST = 30
type Props = { who: Influencer; life: Life; videos: readonly Video[]; now: number; onOpen: (id: string) => void }

/** Her month: film above, and below it one line that moves between the parts of a life. Solid was, dotted will be. */
export function Lifeline({ who, life, videos, now, onOpen }: Props) {
  const zone = who.persona.timezone
  const { from, today } = windowOf(dayOf(who.created_at, zone), dayOf(now, zone))
  const days = dots(life, videos, from, 30, zone)
  const box = useRef<HTMLDivElement>(null)
  const [step, setStep] = useState(LEAST)
  useEffect(() => {
    if (!box.current) return
    const watch = new ResizeObserver(([entry]) => setStep(Math.max(LEAST, Math.floor((entry?.contentRect.width ?? 0) / 30))))
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [])
  useEffect(() => {
    box.current?.scrollTo({ left: Math.max(0, (today - 3) * LEAST) })
  }, [today])
  return (
    <div className="grid grid-cols-[66px_minmax(0,1fr)]">
      <div className="pt-[92px] text-[13px] text-soft" aria-hidden="true">
        {lanes.map((lane) => (
          <div key={lane} style={{ height: LANE }} className="flex items-center">
            {lane}
          </div>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a strip that scrolls sideways must be reachable without a mouse */}
      <div ref={box} className="relative -ml-2 overflow-x-auto pb-1 pl-2 pt-1" tabIndex={0} role="region" aria-label={`Thirty days of ${who.name}`}>
        <div style={{ width: step * 30 }} className="relative">
          <ol className="flex h-[92px] items-end pb-4">
            {days.map((dot) => (
              <li key={dot.day} style={{ width: step }} className="flex justify-center">
                <Film dot={dot} zone={zone} today={dot.index === today} onOpen={onOpen} />
              </li>
            ))}
          </ol>
          <Path days={days} today={today} step={step} />
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

function Path({ days, today, step }: { days: Dot[]; today: number; step: number }) {
  const points = days.map((dot) => ({ x: dot.index * step + step / 2, y: lanes.indexOf(dot.lane) * LANE + TOP }))
  const { past, future } = split(points, today)
  const failed = (dot: Dot) => dot.videos.some((one) => one.status === 'failed' || one.status === 'missed')
  return (
    <svg width={step * 30} height={lanes.length * LANE} className="block overflow-visible" aria-hidden="true">
      {lanes.map((lane, n) => (
        <line key={lane} x1={0} x2={step * 30} y1={n * LANE + TOP} y2={n * LANE + TOP} stroke="var(--line)" />
      ))}
      <rect x={today * step + 3} y={-4} width={step - 6} height={lanes.length * LANE + 6} rx={8} fill="var(--persona-soft)" />
      <path d={path(past)} fill="none" stroke="var(--persona)" strokeWidth={3.5} strokeLinecap="round" />
      <path d={path(future)} fill="none" stroke="var(--persona)" strokeWidth={3.5} strokeLinecap="round" strokeDasharray="0.1 8" />
      {days.map((dot, n) => {
        if (!dot.videos.length && n !== today) return null
        const mark = failed(dot) ? 'var(--bad)' : 'var(--persona)'
        return <circle key={dot.day} cx={points[n]?.x} cy={points[n]?.y} r={n === today ? 8 : 5} fill={n <= today ? mark : 'var(--panel)'} stroke={mark} strokeWidth={2} />
      })}
    </svg>
  )
}
