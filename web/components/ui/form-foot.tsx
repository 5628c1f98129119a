import type { ReactNode } from 'react'

type Props = { children?: ReactNode; busy?: boolean; onLeave: () => void }

/** What ends a small form: its deed, where it has one just now, and leaving it. */
export function FormFoot({ children, busy, onLeave }: Props) {
  return (
    <div className="flex gap-2">
      {children && (
        <button type="submit" className="button button-ink button-small" disabled={busy}>
          {children}
        </button>
      )}
      <button type="button" className="button button-bare button-small" onClick={onLeave}>
        Leave it
      </button>
    </div>
  )
}
