'use client'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { Problem } from '@/api/client'
import { useApplyIntervention, useLetPinGo, usePreviewIntervention, useUndoIntervention } from '@/api/interventions'
import type { Influencer } from '@/api/types'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { capital, count, does, their, them } from '@/lib/words'
import { sayInstead } from '@/lib/interventions'
import { StepInHistory } from './step-in-history'
import { StepInPreview } from './step-in-preview'
import { THIRTY_DAYS } from './two-lives'

const LONGEST = 2000

/** Steps into a life with one sentence: what it would change comes first, and it can be taken back. */
export function StepIn({ who }: { who: Influencer }) {
  const { pronouns, timezone } = who.persona
  const [text, setText] = useState('')
  const [stale, setStale] = useState('')
  const preview = usePreviewIntervention(who.id)
  const apply = useApplyIntervention(who.id)
  const undo = useUndoIntervention(who.id)
  const letGo = useLetPinGo(who.id)
  const words = text.trim()
  const seen = preview.data
  const current = preview.variables === words
  const look = (sentence: string) => {
    setText(sentence)
    preview.mutate(sentence.trim())
  }
  const ask = (event: FormEvent) => {
    event.preventDefault()
    setStale('')
    if (words) preview.mutate(words)
  }
  const close = () => {
    setStale('')
    preview.reset()
  }
  const takeBack = (base: number) => undo.mutate(base, { onSuccess: () => toast('Taken back. What has begun since stays as it was lived.'), onError: (error) => toast.error(error.message) })
  const keep = () => {
    if (!seen) return
    apply.mutate(
      { text: words, changes: seen.changes, base: seen.base, digest: seen.digest },
      {
        onSuccess: ({ revision, posts }) => {
          setText('')
          close()
          document.getElementById(THIRTY_DAYS)?.scrollIntoView({ block: 'start' })
          const changed = posts.moved + posts.rewritten + posts.dropped + posts.added
          toast(`It is ${their[pronouns]} life now. ${changed ? `${capital(count(changed, 'post'))} changed.` : 'No post changed.'}`, { action: { label: 'Undo', onClick: () => takeBack(revision) }, duration: 12_000 })
        },
        onError: (error) => {
          if (!(error instanceof Problem && error.status === 409)) return void toast.error(error.message)
          setStale(error.message)
          preview.mutate(words)
        },
      },
    )
  }
  const unpin = (base: number, item_id: string) =>
    letGo.mutate({ base, item_id }, {
      onSuccess: ({ revision }) => {
        toast('The pin is let go.', { action: { label: 'Undo', onClick: () => takeBack(revision) } })
        preview.mutate(words)
      },
      onError: (error) => toast.error(error.message),
    })
  const they = pronouns === 'they'
  const example = `${capital(does(pronouns, 'move'))} to Lisbon on the 15th for ten days and ${they ? 'break' : 'breaks'} ${their[pronouns]} ankle on the 20th`
  const error = preview.error ? (preview.error instanceof Problem ? preview.error.beside() : preview.error.message) : undefined
  return (
    <section aria-label={`Step into ${their[pronouns]} life`} className="card flex flex-col gap-4 p-5 max-md:p-4">
      <h2 className="sr-only">Step into {their[pronouns]} life</h2>
      <form onSubmit={ask}>
        <Field label={`What happens to ${them[pronouns]}?`} error={error} hint={`For example: ${example}.`}>
          {(slot) => (
            <div className="flex gap-2 max-md:flex-col">
              <input {...slot} className="input" value={text} maxLength={LONGEST} autoComplete="off" placeholder="One sentence, with a day" onChange={(event) => setText(event.target.value)} />
              <button type="submit" className="button button-ink" disabled={!words || preview.isPending}>
                <Icon name="eye" />
                {preview.isPending ? 'Working it out…' : 'Show what changes'}
              </button>
            </div>
          )}
        </Field>
      </form>
      {stale && (
        <p role="alert" className="flex items-start gap-2 rounded-xl bg-bad-soft px-4 py-2 text-[14px] text-bad">
          <Icon name="alert" className="mt-0.5" />
          <span>{stale} Nothing was changed. {preview.isPending ? 'Looking again…' : 'This is a new preview.'}</span>
        </p>
      )}
      {seen?.puzzles.map((puzzle) => (
        <div key={puzzle.text} role="alert" className="rounded-xl bg-sunk px-4 py-3 text-[14px]">
          <p>
            <span className="font-medium">“{puzzle.text}” was not understood:</span> {puzzle.why}
          </p>
          <p className="mt-2 text-soft">Say it like this instead:</p>
          <ul className="mt-1.5 flex flex-wrap gap-2">
            {puzzle.forms.map((form) => (
              <li key={form}>
                <button type="button" className="button button-line button-small h-auto whitespace-normal text-left" disabled={preview.isPending} onClick={() => look(sayInstead(text, puzzle.text, form))}>
                  {form}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {seen && !seen.puzzles.length && (
        <StepInPreview key={seen.digest} who={who} seen={seen} busy={letGo.isPending || preview.isPending || !current} onLetGo={(item) => unpin(seen.base, item)}>
          <div className="flex flex-wrap items-center gap-2">
            <button type="button" className="button button-ink" disabled={!current || preview.isPending || apply.isPending || seen.clashes.length > 0} onClick={keep}>
              <Icon name="check" />
              {apply.isPending ? 'Applying…' : 'Apply'}
            </button>
            <button type="button" className="button button-bare" onClick={close}>
              Leave it as it is
            </button>
            {!current && <p className="text-[13px] text-soft">The sentence has changed since this preview; show it again first.</p>}
          </div>
        </StepInPreview>
      )}
      <StepInHistory id={who.id} zone={timezone} busy={undo.isPending} onUndo={takeBack} />
    </section>
  )
}
