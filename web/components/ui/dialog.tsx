'use client'
import { type ReactNode, useEffect, useRef } from 'react'
import { Icon } from './icon'

type Props = { open: boolean; onClose: () => void; title: string; children: ReactNode; side?: boolean }

/** A native dialog: the browser keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ open, onClose, title, children, side = false }: Props) {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    if (open && !dialog.open) {
      dialog.showModal()
      dialog.querySelector('h2')?.focus()
    }
    if (!open && dialog.open) dialog.close()
  }, [open])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way out and the dialog has it already
    <dialog ref={ref} className={side ? 'sheet' : 'modal'} aria-label={title} onClose={onClose} onClick={(event) => event.target === ref.current && onClose()}>
      {open && (
        <div className="flex min-h-full flex-col">
          <header className="sticky top-0 z-10 flex items-center justify-between gap-4 border-b border-line bg-panel px-5 py-3">
            <h2 tabIndex={-1} className="min-w-0 truncate text-lg font-semibold outline-none">{title}</h2>
            <button type="button" className="button button-bare button-small -mr-2" onClick={onClose} aria-label="Close">
              <Icon name="close" />
            </button>
          </header>
          <div className="flex-1 p-5">{children}</div>
        </div>
      )}
    </dialog>
  )
}
