'use client'
import { type Repeat, say, type Weekday, weekdays, write } from '@/lib/rrule'

const LONG: Record<Weekday, string> = { MO: 'Monday', TU: 'Tuesday', WE: 'Wednesday', TH: 'Thursday', FR: 'Friday', SA: 'Saturday', SU: 'Sunday' }
const START: Repeat = { every: 'week', interval: 1, days: [], times: null }

type Props = { value: Repeat | null; onChange: (value: Repeat | null) => void; name?: string; words?: readonly [string, string]; endless?: boolean }

/** Once or again and again, and if so how. */
export function RepeatForm({ value, onChange, name = 'repeat', words = ['Once', 'As a series'], endless = false }: Props) {
  const flip = (day: Weekday) => value && onChange({ ...value, days: value.days.includes(day) ? value.days.filter((one) => one !== day) : [...value.days, day] })
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1.5 font-medium">How often?</legend>
      <div className="grid grid-cols-2 gap-2">
        {[false, true].map((again) => (
          <label key={String(again)} className="choice items-center p-3 font-medium">
            <input type="radio" name={name} className="sr-only" checked={!!value === again} onChange={() => onChange(again ? START : null)} />
            {words[again ? 1 : 0]}
          </label>
        ))}
      </div>
      {value && (
        <div className="flex flex-col gap-3 rounded-xl bg-sunk p-4">
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
                <input type="number" className="input !w-24" min={1} max={365} value={value.times ?? ''} placeholder="ever" onChange={(event) => onChange({ ...value, times: Number(event.target.value) || null })} />
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
          <p className="text-[13px] text-soft">Runs {say(write(value))}. The hour stays the same all year on the clock of the city.</p>
        </div>
      )}
    </fieldset>
  )
}
