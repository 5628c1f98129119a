'use client'
import { type Repeat, say, write } from '@/lib/rrule'
import { RepeatFields } from './repeat-fields'

const START: Repeat = { every: 'week', interval: 1, days: [], times: null }

type Props = { value: Repeat | null; onChange: (value: Repeat | null) => void; name?: string; words?: readonly [string, string]; endless?: boolean }

/** Once or again and again, and if so how. */
export function RepeatForm({ value, onChange, name = 'repeat', words = ['Once', 'As a series'], endless = false }: Props) {
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
          <RepeatFields value={value} onChange={onChange} endless={endless} />
          <p className="text-[13px] text-soft">Runs {say(write(value))}. The hour stays the same all year on the clock of the city.</p>
        </div>
      )}
    </fieldset>
  )
}
