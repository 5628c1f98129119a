'use client'
import { type Repeat, type Weekday, weekdays } from '@/lib/rrule'

const LONG: Record<Weekday, string> = { MO: 'Monday', TU: 'Tuesday', WE: 'Wednesday', TH: 'Thursday', FR: 'Friday', SA: 'Saturday', SU: 'Sunday' }

type Props = { value: Repeat; onChange: (value: Repeat) => void; endless?: boolean }

/** How often, on which days and how many times. */
export function RepeatFields({ value, onChange, endless = false }: Props) {
  const flip = (day: Weekday) => onChange({ ...value, days: value.days.includes(day) ? value.days.filter((one) => one !== day) : [...value.days, day] })
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <span>Every</span>
        <input type="number" className="input !w-20" min={1} max={30} value={value.interval} aria-label="How many" onChange={(event) => onChange({ ...value, interval: Math.max(1, Number(event.target.value) || 1) })} />
        <select className="input !w-auto" value={value.every} aria-label="Unit" onChange={(event) => onChange({ ...value, every: event.target.value as Repeat['every'], days: [] })}>
          <option value="day">days</option>
          <option value="week">weeks</option>
          <option value="month">months</option>
        </select>
        {!endless && (
          <label className="flex items-center gap-2">
            for
            <input type="number" className="input !w-24" min={1} max={365} value={value.times ?? ''} placeholder="ever" onChange={(event) => onChange({ ...value, times: Number(event.target.value) || null, until: undefined })} />
            times
          </label>
        )}
      </div>
      {value.every === 'week' && (
        <div className="flex flex-wrap gap-1.5" role="group" aria-label="Weekdays">
          {weekdays.map((day) => (
            <button key={day} type="button" aria-pressed={value.days.includes(day)} aria-label={LONG[day]} onClick={() => flip(day)} className="num grid h-9 min-w-11 place-items-center rounded-lg border border-line bg-panel text-[13px] aria-pressed:bg-ink aria-pressed:text-paper">
              {LONG[day].slice(0, 3)}
            </button>
          ))}
        </div>
      )}
    </>
  )
}
