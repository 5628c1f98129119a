import { Field } from '@/components/ui/field'
import { RepeatFields } from '@/components/video/repeat-fields'
import { read, say, write } from '@/lib/rrule'

type Props = { rule: string; onChange: (rule: string) => void; error: string | undefined; fresh: boolean }

/** How often a series happens; a rule the pages have no fields for is edited as it is written. */
export function RuleField({ rule, onChange, error, fresh }: Props) {
  const repeat = read(rule)
  if (!repeat) {
    return (
      <Field label="Rule" hint="As calendar files write it: RRULE of RFC 5545." error={error}>
        {(slot) => <input {...slot} className="input num" value={rule} onChange={(event) => onChange(event.target.value)} />}
      </Field>
    )
  }
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 font-medium">How often?</legend>
      <RepeatFields value={repeat} onChange={(next) => onChange(write(next))} />
      <p role={error ? 'alert' : undefined} className={`text-[13px] ${error ? 'text-bad' : 'text-soft'}`}>
        {error ?? `Runs ${say(rule)}.${fresh && repeat.times ? ' The times are counted from here on.' : ''}`}
      </p>
    </fieldset>
  )
}
