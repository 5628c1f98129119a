'use client'
import { useState } from 'react'
import { toast } from 'sonner'
import { Problem } from '@/api/client'
import { useApplyIntervention, usePreviewChanges } from '@/api/interventions'
import type { Influencer, LifeItem, Preview } from '@/api/types'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { sayDay } from '@/lib/dates'
import { minuteOf, wall } from '@/lib/interventions'
import { StepInPreview } from './step-in-preview'

type Change = Preview['changes'][number]
const MOVED = 'moved by hand'

/** One thing she will do: pinned, moved or taken out by hand, once it is seen what gives way. */
export function ItemSheet({ who, item, onClose }: { who: Influencer; item: LifeItem; onClose: () => void }) {
  const [at, setAt] = useState(wall(item.start))
  const preview = usePreviewChanges(who.id)
  const apply = useApplyIntervention(who.id)
  const start = minuteOf(at)
  const elsewhen = start !== undefined && start !== item.start
  const seen = preview.data
  const pin = (pinned: boolean): Change => ({ op: 'pin', item_id: item.id, pinned, start: elsewhen && pinned ? start : null })
  const look = (change: Change) => preview.mutate([change])
  const keep = () => {
    if (!seen) return
    const [change] = seen.changes
    const text = change?.op === 'drop' ? `took out: ${item.title} on ${sayDay(item.day)}` : change?.op === 'pin' && !change.pinned ? `let go: ${item.title} on ${sayDay(item.day)}` : `${elsewhen ? MOVED : 'pinned'}: ${item.title} on ${sayDay(item.day)}`
    apply.mutate(
      { text, changes: seen.changes, base: seen.base, digest: seen.digest },
      {
        onSuccess: () => {
          toast('Done. The history on this page takes it back.')
          onClose()
        },
        onError: (error) => {
          toast.error(error.message)
          if (error instanceof Problem && error.status === 409) preview.mutate(seen.changes)
        },
      },
    )
  }
  const error = preview.error ? (preview.error instanceof Problem ? preview.error.beside() : preview.error.message) : undefined
  return (
    <Dialog open onClose={onClose} title={`${item.title}, ${sayDay(item.day)}`} side>
      <div className="persona flex flex-col gap-4">
        <p className="text-soft">{item.line}</p>
        <Field label="Begins at" error={error} hint="Her own clock, in steps of five minutes.">
          {(slot) => <input {...slot} type="time" step={300} className="input num max-w-40" value={at} onChange={(event) => setAt(event.target.value)} />}
        </Field>
        <div className="flex flex-wrap gap-2">
          <button type="button" className="button button-ink" disabled={preview.isPending || start === undefined || (item.pinned && !elsewhen)} onClick={() => look(pin(true))}>
            <Icon name={elsewhen ? 'move' : 'check'} />
            {elsewhen ? `Move it to ${at} and pin it` : 'Pin it where it is'}
          </button>
          {item.pinned && (
            <button type="button" className="button button-line" disabled={preview.isPending} onClick={() => look(pin(false))}>
              Let the pin go
            </button>
          )}
          <button type="button" className="button button-line" disabled={preview.isPending} onClick={() => look({ op: 'drop', item_id: item.id })}>
            <Icon name="minus" />
            Take it out
          </button>
        </div>
        {seen && (
          <StepInPreview key={seen.digest} who={who} seen={seen} busy={preview.isPending} onLetGo={(item_id) => preview.mutate([...seen.changes, { op: 'pin', item_id, pinned: false, start: null }])}>
            <div className="flex flex-wrap gap-2">
              <button type="button" className="button button-ink" disabled={preview.isPending || apply.isPending || seen.clashes.length > 0 || !seen.differences.length} onClick={keep}>
                <Icon name="check" />
                {apply.isPending ? 'Applying…' : 'Apply'}
              </button>
              <button type="button" className="button button-bare" onClick={onClose}>
                Leave it as it is
              </button>
              {!seen.differences.length && <p className="text-[13px] text-soft">Every day has this; it would come back at once.</p>}
            </div>
          </StepInPreview>
        )}
      </div>
    </Dialog>
  )
}
