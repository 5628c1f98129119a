import type { CSSProperties, ReactNode } from 'react'
import type { Influencer } from '@/api/types'
import { capital } from '@/lib/words'
import { Portrait } from './portrait'

type Shown = Pick<Influencer, 'name' | 'handle' | 'mode' | 'hue' | 'face_url'> & { age?: number; city?: string; work?: string; traits: readonly string[]; line?: string }

/** Who she is at a glance: face, name, what she does, what she is like. Builds up as the wizard fills it. */
export function PersonaCard({ shown, children }: { shown: Shown; children?: ReactNode }) {
  const facts = [shown.age ? `${shown.age}` : '', shown.city ? capital(shown.city.replace(/_/g, ' ')) : '', shown.work ?? ''].filter(Boolean)
  return (
    <article className="persona card overflow-hidden" style={{ '--hue': shown.hue } as CSSProperties}>
      <div className="h-20" style={{ background: `linear-gradient(120deg, oklch(84% 0.09 ${shown.hue + 30}), oklch(62% 0.17 ${shown.hue}))` }} />
      <div className="-mt-14 flex flex-col items-start gap-3 p-5 pt-0">
        <span className="rounded-full bg-panel p-1">
          <Portrait name={shown.name} hue={shown.hue} url={shown.face_url} size={104} />
        </span>
        <div>
          <p className="display text-[26px] font-bold leading-tight">{shown.name || 'Somebody'}</p>
          <p className="text-faint">
            @{shown.handle || 'handle'} · {shown.mode === 'lifestyle' ? 'Lifestyle' : 'Company'}
          </p>
        </div>
        {facts.length > 0 && <p>{facts.join(', ')}</p>}
        {shown.traits.length > 0 && (
          <p className="flex flex-wrap gap-1.5">
            {shown.traits.map((trait) => (
              <span key={trait} className="rounded-md bg-persona-soft px-2 py-0.5 text-[13px] text-persona-ink">
                {trait}
              </span>
            ))}
          </p>
        )}
        {shown.line && <p className="line-clamp-4 text-[14px] text-soft">{shown.line}</p>}
        {children}
      </div>
    </article>
  )
}
