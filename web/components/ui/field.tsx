'use client'
import { type ReactNode, useId } from 'react'

type Slot = { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined }
type Props = { label: string; hint?: ReactNode; error?: string; aside?: ReactNode; children: (slot: Slot) => ReactNode }

/** A label, its control, what it is for, and what is wrong with it. */
export function Field({ label, hint, error, aside, children }: Props) {
  const id = useId()
  const note = `${id}-note`
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex min-h-6 items-center justify-between gap-3">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {aside}
      </div>
      {children({ id, 'aria-invalid': !!error, 'aria-describedby': error || hint ? note : undefined })}
      {(error || hint) && (
        <p id={note} role={error ? 'alert' : undefined} className={`text-[13px] ${error ? 'text-bad' : 'text-soft'}`}>
          {error ?? hint}
        </p>
      )}
    </div>
  )
}
