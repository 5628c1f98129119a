import { useId } from 'react'

export type Scope = 'one' | 'following' | 'all'
type Props = { value: Scope; onChange: (scope: Scope) => void; from: string | undefined; here: boolean }

/** What a change of a series is for. */
export function ScopeChoice({ value, onChange, from, here }: Props) {
  const name = useId()
  const choices: [Scope, string, string][] = [
    ['one', 'Only this one', 'The series goes on as it is.'],
    ...(from ? ([['following', here ? 'This and all that follow' : 'All that follow', `From ${from} on. They become a series of their own.`]] as const).map((one): [Scope, string, string] => [...one]) : []),
    ['all', 'All of them', 'Every post that nobody has begun.'],
  ]
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 font-medium">What shall change?</legend>
      {choices.map(([scope, label, told]) => (
        <label key={scope} className="choice flex-col px-3 py-2">
          <input type="radio" name={name} className="sr-only" checked={value === scope} onChange={() => onChange(scope)} />
          <span className="font-medium">{label}</span>
          <span className="text-[13px] text-soft">{told}</span>
        </label>
      ))}
    </fieldset>
  )
}
