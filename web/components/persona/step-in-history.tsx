'use client'
import { useState } from 'react'
import { useInterventions } from '@/api/interventions'
import type { Revision } from '@/api/types'
import { Icon } from '@/components/ui/icon'
import { Refusal } from '@/components/ui/notes'
import { dayOf, sayDay, timeOf } from '@/lib/dates'
import { capital } from '@/lib/words'

const SHOWN = 4
const BACK: Record<string, string> = { intervention: 'Undo', undo: 'Bring it back' }

/** What a line of the history is about; a pin has no sentence of its own. */
function told(one: Revision): string {
  const [change] = one.changes
  if (one.reason !== 'pin' || change?.op !== 'pin') return capital(one.reason || one.kind)
  const [what = '', day = ''] = change.item_id.split('@')
  const thing = `${what.replace(/_/g, ' ')}${/^\d{4}-\d{2}-\d{2}$/.test(day) ? ` on ${sayDay(day)}` : ''}`
  return change.pinned ? `Pinned: ${thing}` : `Let the pin go: ${thing}`
}

/** How a life came to be as it is; only the newest line can be taken back, and only when somebody stepped in. */
export function StepInHistory({ id, zone, busy, onUndo }: { id: string; zone: string; busy: boolean; onUndo: (revision: number) => void }) {
  const [whole, setWhole] = useState(false)
  const list = useInterventions(id)
  if (list.error) return <Refusal error={list.error} again={() => void list.refetch()} />
  if (!list.data?.length) return null
  const shown = whole ? list.data : list.data.slice(0, SHOWN)
  return (
    <div className="border-t border-line pt-3">
      <h3 className="mb-1 text-[14px] font-semibold">What was changed so far</h3>
      <ol aria-label="History" className="flex flex-col">
        {shown.map((one, place) => {
          const back = place === 0 ? BACK[one.kind] : undefined
          return (
            <li key={one.revision} className="flex items-start gap-3 py-1 text-[14px]">
              <span className="num w-[92px] shrink-0 text-[12px] leading-[1.8] text-faint">
                {sayDay(dayOf(one.at, zone), 'short')} {timeOf(one.at, zone)}
              </span>
              <span className="min-w-0 flex-1 break-words">{told(one)}</span>
              {back && (
                <button type="button" className="button button-line button-small" aria-label={`${back}: ${told(one)}`} disabled={busy} onClick={() => onUndo(one.revision)}>
                  <Icon name="repeat" />
                  {back}
                </button>
              )}
            </li>
          )
        })}
      </ol>
      {list.data.length > shown.length && (
        <button type="button" className="button button-bare button-small" onClick={() => setWhole(true)}>
          +{list.data.length - shown.length} more
        </button>
      )}
    </div>
  )
}
