'use client'
import { useEffect, useRef } from 'react'
import { Icon } from '@/components/ui/icon'
import { screens } from '@/lib/persona'
import { capital } from '@/lib/words'
import type { Saving } from './use-draft'

/** The screens as frames on a strip of film; those seen before can be gone back to. */
export function Progress({ at, reached, onGo }: { at: number; reached: number; onGo: (n: number) => void }) {
  const strip = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const frame = strip.current?.children[at]
    if (frame instanceof HTMLElement) strip.current?.scrollTo({ left: frame.offsetLeft - 60 })
  }, [at])
  return (
    <nav aria-label="Steps">
      <ol ref={strip} className="relative flex gap-1.5 overflow-x-auto rounded-lg bg-bezel px-2 py-1.5">
        {screens.map((screen, n) => (
          <li key={screen} className="min-w-[68px] flex-1">
            <button type="button" disabled={n > reached && n > at} aria-current={n === at ? 'step' : undefined} onClick={() => onGo(n)} className={`w-full rounded px-1.5 py-1.5 text-center text-[12.5px] font-medium ${n === at ? 'bg-white text-[oklch(20%_.035_300)]' : n < at ? 'bg-white/25 text-white hover:bg-white/35' : 'text-white/85 hover:bg-white/15 disabled:opacity-70 disabled:hover:bg-transparent'}`}>
              {capital(screen)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

export function SavingNote({ saving, onAgain }: { saving: Saving; onAgain: () => void }) {
  return (
    <p className="ml-auto flex items-center gap-1.5 text-[13px] text-soft" aria-live="polite">
      {saving === 'typing' && 'Keeping…'}
      {saving === 'kept' && (
        <>
          <Icon name="check" size={13} />
          Kept
        </>
      )}
      {saving === 'lost' && (
        <button type="button" className="text-bad underline" onClick={onAgain}>
          Not kept yet. Try again
        </button>
      )}
    </p>
  )
}
