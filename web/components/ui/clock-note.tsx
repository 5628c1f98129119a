import type { ReactNode } from 'react'
import { Icon } from './icon'

/** What a change of the clocks does to a time somebody chose. */
export function ClockNote({ children }: { children: ReactNode }) {
  return (
    <p className="flex gap-2 text-[13px] text-ask">
      <Icon name="clock" size={15} className="mt-0.5" />
      <span>{children}</span>
    </p>
  )
}
