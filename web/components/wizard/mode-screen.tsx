'use client'
import { useQuery } from '@tanstack/react-query'
import { keys } from '@/api/keys'
import { readDrafts } from '@/api/wizard'
import { Icon } from '@/components/ui/icon'
import { dayOf, sayDay, timeOf, viewerZone } from '@/lib/dates'
import type { ScreenProps } from './screen-props'
import { useSurprise } from './surprise'

const modes = [
  ['lifestyle', 'Lifestyle', 'A whole life is planned, day by day. You watch over it and step in whenever you want.'],
  ['company', 'Company', 'You choose how often, once. Then it runs by itself.'],
] as const

export function ModeScreen({ doc, change, resume, hasDraft }: ScreenProps) {
  const { busy, run } = useSurprise(change)
  const drafts = useQuery({ queryKey: keys.drafts, queryFn: readDrafts, enabled: !hasDraft, staleTime: 0 })
  const kept = hasDraft ? [] : (drafts.data ?? []).slice(0, 3)
  const zone = viewerZone()
  return (
    <div className="flex flex-col gap-6">
      <fieldset className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        <legend className="sr-only">Mode</legend>
        {modes.map(([mode, name, text]) => (
          <label key={mode} className="choice min-h-40 flex-col gap-2 p-5">
            <input type="radio" name="mode" className="sr-only" checked={doc.mode === mode} onChange={() => change((before) => ({ ...before, mode }))} />
            <span className="display text-[26px] font-semibold">{name}</span>
            <span className="text-soft">{text}</span>
          </label>
        ))}
      </fieldset>
      <button type="button" className="card flex items-center gap-4 p-5 text-left hover:border-edge" disabled={busy} onClick={() => void run(doc.mode, (after) => ({ ...after, screen: 'who' }))}>
        <span className="grid size-12 shrink-0 place-items-center rounded-full bg-persona-soft text-persona-ink">
          <Icon name="spark" size={22} />
        </span>
        <span>
          <span className="display block text-[22px] font-semibold">{busy ? 'Making somebody up…' : 'Surprise me'}</span>
          <span className="text-soft">Somebody ready-made: name, face, story, voice. Everything can be changed.</span>
        </span>
      </button>
      {kept.length > 0 && (
        <section>
          <h2 className="mb-2 text-lg font-semibold">Go on where you stopped</h2>
          <ul className="flex flex-wrap gap-2">
            {kept.map((draft) => (
              <li key={draft.id}>
                <button type="button" className="button button-line" onClick={() => resume(draft.id)}>
                  {typeof draft.fields.name === 'string' && draft.fields.name ? draft.fields.name : 'Somebody without a name'}
                  <span className="num text-[12px] text-soft">
                    {sayDay(dayOf(draft.updated_at, zone), 'short')} {timeOf(draft.updated_at, zone)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
