'use client'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Series } from '@/api/types'
import { dayOf, sayDay } from '@/lib/dates'

const H = 220
const LEFT = 46
const BASE = H - 26

/** Round steps that the eye can add up: 1, 2 or 5 times a power of ten. */
function ticks(low: number, high: number): number[] {
  const raw = Math.max(1, high - low) / 4
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= raw) ?? power * 10
  const out: number[] = []
  for (let at = Math.floor(low / step) * step; at <= high + step * 0.99; at += step) out.push(at)
  return out
}

const short = (n: number) => (Math.abs(n) >= 10_000 ? `${(n / 1000).toLocaleString('en-GB', { maximumFractionDigits: 1 })}k` : n.toLocaleString('en-GB'))

/** What was measured, from the first measurement to the last and not a day further. */
export function GrowthChart({ series, zone, label }: { series: Series; zone: string; label: string }) {
  const [W, ref] = useWidth(640)
  const points = series.points.map((point) => ({ at: Date.parse(point.at), value: point.value }))
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return null
  const values = points.map((point) => point.value)
  const flat = Math.max(...values) === Math.min(...values)
  const marks = ticks(Math.min(...values) - (flat ? 1 : 0), Math.max(...values) + (flat ? 1 : 0))
  const low = marks[0] ?? 0
  const high = marks.at(-1) ?? 1
  const x = (at: number) => LEFT + ((at - first.at) / Math.max(1, last.at - first.at)) * (W - LEFT - 12)
  const y = (value: number) => 12 + (1 - (value - low) / Math.max(1, high - low)) * (BASE - 12)
  const line = points.map((point, n) => `${n ? 'L' : 'M'}${x(point.at).toFixed(1)} ${y(point.value).toFixed(1)}`).join('')
  const steps = W < 480 ? 2 : 3
  const dates = Array.from({ length: steps + 1 }, (_, n) => first.at + ((last.at - first.at) * n) / steps).filter((at, n, all) => n === 0 || dayOf(at, zone) !== dayOf(all[n - 1] ?? at, zone))
  return (
    <svg ref={ref} viewBox={`0 0 ${W} ${H}`} height={H} className="block w-full" role="img" aria-label={`${label}: ${first.value.toLocaleString('en-GB')} on ${sayDay(dayOf(first.at, zone))}, ${last.value.toLocaleString('en-GB')} on ${sayDay(dayOf(last.at, zone))}`}>
      {marks.map((mark) => (
        <g key={mark}>
          <line x1={LEFT} x2={W} y1={y(mark)} y2={y(mark)} stroke="var(--line)" />
          <text x={LEFT - 10} y={y(mark) + 4} textAnchor="end" className="num fill-faint text-[12px]">
            {short(mark)}
          </text>
        </g>
      ))}
      <path d={`${line}L${x(last.at).toFixed(1)} ${BASE}L${x(first.at).toFixed(1)} ${BASE}Z`} fill="var(--persona-soft)" opacity={0.7} />
      <path d={line} fill="none" stroke="var(--persona)" strokeWidth={2.5} strokeLinejoin="round" strokeLinecap="round" />
      <circle cx={x(last.at)} cy={y(last.value)} r={4.5} fill="var(--persona)" stroke="var(--paper)" strokeWidth={2} />
      {dates.map((at, n) => (
        <text key={at} x={x(at)} y={H - 6} textAnchor={n === 0 ? 'start' : n === dates.length - 1 ? 'end' : 'middle'} className="num fill-faint text-[12px]">
          {sayDay(dayOf(at, zone), 'short')}
        </text>
      ))}
    </svg>
  )
}

/** The width of the drawing in pixels, so that its words keep their size on every screen. */
function useWidth(start: number): [number, RefObject<SVGSVGElement | null>] {
  const ref = useRef<SVGSVGElement>(null)
  const [width, setWidth] = useState(start)
  useEffect(() => {
    if (!ref.current) return
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.max(240, Math.round(entry.contentRect.width))))
    watch.observe(ref.current)
    return () => watch.disconnect()
  }, [])
  return [width, ref]
}
