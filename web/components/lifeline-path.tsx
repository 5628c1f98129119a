import { type Dot, lanes, partings, path, split } from '@/lib/lifeline'

export const LANE = 34
const TOP = 17

type Props = { days: Dot[]; instead?: Dot[]; today: number; step: number }

/** One line that moves between the parts of a life: solid was, dotted will be, dashed is the other life where it parts. */
export function LifelinePath({ days, instead, today, step }: Props) {
  const place = (dot: Dot) => ({ x: dot.index * step + step / 2, y: lanes.indexOf(dot.lane) * LANE + TOP })
  const points = days.map(place)
  const { past, future } = split(points, today)
  const failed = (dot: Dot) => dot.videos.some((one) => one.status === 'failed' || one.status === 'missed')
  return (
    <svg width={step * 30} height={lanes.length * LANE} className="block overflow-visible" aria-hidden="true">
      {lanes.map((lane, n) => (
        <line key={lane} x1={0} x2={step * 30} y1={n * LANE + TOP} y2={n * LANE + TOP} stroke="var(--line)" />
      ))}
      <rect x={today * step + 3} y={-4} width={step - 6} height={lanes.length * LANE + 6} rx={8} fill="var(--persona-soft)" />
      {instead &&
        partings(instead, days).map(({ first, last }) => {
          const run = instead.slice(first, last + 1)
          return (
            <g key={first} data-testid="life-instead" fill="none" stroke="var(--faint)" strokeWidth={2}>
              <path d={path(run.map(place))} strokeLinecap="round" strokeDasharray="7 6" />
              {run.filter((dot) => dot.lane !== days[dot.index]?.lane).map((dot) => (
                <circle key={dot.day} cx={place(dot).x} cy={place(dot).y} r={3.5} fill="var(--panel)" />
              ))}
            </g>
          )
        })}
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
