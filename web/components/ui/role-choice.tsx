import type { Role } from '@/api/types'

const roles: { value: Role; title: string; text: string }[] = [
  { value: 'consumer', title: 'Creator', text: 'I run personas and look for brands.' },
  { value: 'business', title: 'Company', text: 'We run personas for our own campaigns.' },
]

/** For whom the personas work. */
export function RoleChoice({ value, onChange, error }: { value: Role; onChange: (role: Role) => void; error?: string }) {
  return (
    <fieldset className="grid grid-cols-2 gap-2">
      <legend className="mb-1.5 font-medium">You are a</legend>
      {roles.map((role) => (
        <label key={role.value} className="choice flex-col p-3">
          <input type="radio" name="role" value={role.value} checked={value === role.value} onChange={() => onChange(role.value)} className="sr-only" />
          <span className="font-medium">{role.title}</span>
          <span className="text-[13px] text-soft">{role.text}</span>
        </label>
      ))}
      {error && (
        <p role="alert" className="col-span-2 text-[13px] text-bad">
          {error}
        </p>
      )}
    </fieldset>
  )
}
