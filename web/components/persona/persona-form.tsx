'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useCallback, useState } from 'react'
import { toast } from 'sonner'
import { Problem } from '@/api/client'
import { type InfluencerChange, useChangeInfluencer, useRemoveInfluencer } from '@/api/influencers'
import type { Influencer } from '@/api/types'
import { Icon } from '@/components/ui/icon'
import { Part } from '@/components/ui/part'
import { firstName } from '@/lib/words'
import { Editing } from './edit'
import { AudienceFields, StoryFields, VoiceFields, WhoFields } from './fields'

type Doc = Pick<Influencer, 'name' | 'handle' | 'persona' | 'approval' | 'mode'>
const pick = (who: Influencer): Doc => ({ name: who.name, handle: who.handle, persona: who.persona, approval: who.approval, mode: who.mode })
const known = (doc: Doc) => ({ name: doc.name, handle: doc.handle, mode: doc.mode, persona: doc.persona })

/** Who she is, to be changed. What was posted stays as it was; what is written from now on follows. */
export function PersonaForm({ who }: { who: Influencer }) {
  const [doc, setDoc] = useState<Doc>(() => pick(who))
  const change = useChangeInfluencer(who.id)
  const problem = change.error instanceof Problem ? change.error : undefined
  const touched = JSON.stringify(doc) !== JSON.stringify(pick(who))
  const error = useCallback((path: string) => problem?.field(path) ?? problem?.field(path.replace(/^persona\./, '')), [problem])
  const send = (event: FormEvent) => {
    event.preventDefault()
    const { mode: _, ...rest } = doc
    const { mode: __, ...before } = pick(who)
    const next: InfluencerChange = rest
    change.mutate(
      { change: next, rev: who.rev },
      { onSuccess: (after) => toast('Kept. New scripts follow it.', { action: { label: 'Undo', onClick: () => change.mutate({ change: before, rev: after.rev }) } }) },
    )
  }
  return (
    <Editing doc={doc} onChange={setDoc} known={known} error={error}>
      <form onSubmit={send} className="flex flex-col gap-10">
        <Part title="Who">
          <WhoFields />
        </Part>
        <Part title="Story">
          <StoryFields />
        </Part>
        <Part title="Voice and rhythm">
          <VoiceFields />
        </Part>
        <Part title="Audience">
          <AudienceFields />
        </Part>
        <Part title="Before a post goes out">
          <div className="grid grid-cols-2 gap-2 max-sm:grid-cols-1">
            {(['ask', 'auto'] as const).map((one) => (
              <label key={one} className="choice flex-col p-3">
                <input type="radio" name="approval" className="sr-only" checked={doc.approval === one} onChange={() => setDoc({ ...doc, approval: one })} />
                <span className="font-medium">{one === 'ask' ? 'Ask me' : 'Post by itself'}</span>
                <span className="text-[13px] text-soft">{one === 'ask' ? 'Nothing reaches a real account before somebody said yes.' : 'Every finished post goes out at its hour.'}</span>
              </label>
            ))}
          </div>
        </Part>
        {problem && (
          <p role="alert" className="text-bad">
            {problem.message}
          </p>
        )}
        {touched && (
          <div className="sticky bottom-0 -mx-2 flex gap-2 bg-paper px-2 py-3 max-md:bottom-[68px]">
            <button type="submit" className="button button-ink" disabled={change.isPending}>
              {change.isPending ? 'Keeping…' : 'Keep'}
            </button>
            <button type="button" className="button button-bare" onClick={() => setDoc(pick(who))}>
              As it was
            </button>
          </div>
        )}
        <Part title="Farewell">
          <Farewell who={who} />
        </Part>
      </form>
    </Editing>
  )
}

function Farewell({ who }: { who: Influencer }) {
  const [sure, setSure] = useState(false)
  const remove = useRemoveInfluencer()
  const router = useRouter()
  if (!sure) {
    return (
      <button type="button" className="button button-bad" onClick={() => setSure(true)}>
        <Icon name="trash" />
        Remove {firstName(who)}
      </button>
    )
  }
  return (
    <span className="flex flex-wrap gap-2">
      <button type="button" className="button button-bare" onClick={() => setSure(false)}>
        No
      </button>
      <button
        type="button"
        className="button button-bad"
        disabled={remove.isPending}
        onClick={() => remove.mutate({ id: who.id, rev: who.rev }, { onSuccess: () => router.push('/'), onError: (error) => toast.error(error.message) })}
      >
        Yes, remove {firstName(who)} and all plans
      </button>
    </span>
  )
}
