import type { ReactNode } from 'react'
import { Problem } from '@/api/client'
import type { Video } from '@/api/types'
import { statusOf, type Tone } from '@/lib/words'
import { Icon } from './icon'

const TONE: Record<Tone, string> = { quiet: 'text-soft', live: 'rounded bg-live px-1.5 text-live-ink', good: 'text-good', ask: 'text-ask', bad: 'text-bad' }

/** A film's state as icon, word and colour, so that no one of the three is needed to understand it. */
export function Status({ video, className, short = false }: { video: Pick<Video, 'status' | 'approval' | 'stage'>; className?: string; short?: boolean }) {
  const { word, brief, mark, tone } = statusOf(video)
  return (
    <span className={`inline-flex items-center gap-1 whitespace-nowrap text-[12.5px] font-medium ${TONE[tone]} ${className ?? ''}`}>
      <Icon name={mark} size={13} />
      {short ? (brief ?? word) : word}
    </span>
  )
}

/** What went wrong while reading, with a way to read again. */
export function Refusal({ error, again }: { error: unknown; again?: () => void }) {
  const problem = error instanceof Problem ? error : undefined
  return (
    <div role="alert" className="card flex flex-col items-start gap-2 p-5">
      <p className="flex items-center gap-2 font-semibold text-bad">
        <Icon name="alert" />
        {problem?.title ?? 'That did not work'}
      </p>
      <p className="text-soft">{error instanceof Error ? error.message : 'Something unexpected happened.'}</p>
      {again && (
        <button type="button" className="button button-line button-small mt-1" onClick={again}>
          Try again
        </button>
      )}
    </div>
  )
}

/** A place where nothing is yet, and the one thing to do about it. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-2 rounded-2xl border border-dashed border-edge p-6">
      <h3 className="text-lg font-semibold">{title}</h3>
      {children && <p className="max-w-[52ch] text-soft">{children}</p>}
      {action && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
    </div>
  )
}

export function Skeleton({ className }: { className?: string }) {
  return <div className={`skeleton ${className ?? ''}`} aria-hidden="true" />
}
