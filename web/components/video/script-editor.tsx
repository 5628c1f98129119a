'use client'
import type { Script } from '@/api/types'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { ClaimHints } from './claim-hints'
import type { Post } from './post-form'

type Props = {
  post: Pick<Post, 'kind' | 'writer' | 'direction' | 'own' | 'script' | 'sponsor'>
  onChange: (change: Partial<Post>) => void
  onWrite: (another: boolean) => void
  writing: boolean
  error?: string
  ownError?: string
}

const writers = [
  ['ai', 'AI writes it', 'You give the direction, the script follows.'],
  ['own', 'I write it', 'Your words are kept as they are, word for word.'],
] as const

/** What the film should be about, and the script that comes of it before anything is spent on filming. */
export function ScriptEditor({ post, onChange, onWrite, writing, error, ownError }: Props) {
  return (
    <section className="flex flex-col gap-4" aria-label="Script">
      <fieldset className="grid grid-cols-2 gap-2 max-sm:grid-cols-1">
        <legend className="mb-1.5 font-medium">Who writes the script?</legend>
        {writers.map(([key, name, text]) => (
          <label key={key} className="choice flex-col p-3">
            <input type="radio" name="writer" className="sr-only" checked={post.writer === key} onChange={() => onChange({ writer: key })} />
            <span className="font-medium">{name}</span>
            <span className="text-[13px] text-soft">{text}</span>
          </label>
        ))}
      </fieldset>
      {post.writer === 'ai' ? (
        <>
          <Field label="What happens?" hint="A sentence or a page: place, mood, what is said, what must not be said." error={error}>
            {(slot) => <textarea {...slot} className="input" rows={5} value={post.direction} onChange={(event) => onChange({ direction: event.target.value, script: null })} placeholder="After the night shift she cooks soup for four days and explains why she never buys lunch." />}
          </Field>
          <div className="flex flex-wrap gap-2">
            <button type="button" className="button button-line button-small" disabled={writing || post.direction.trim().length < 3} onClick={() => onWrite(false)}>
              <Icon name="eye" />
              {writing ? 'Writing…' : 'Preview the script'}
            </button>
            {post.script && (
              <>
                <button type="button" className="button button-line button-small" disabled={writing} onClick={() => onWrite(true)}>
                  <Icon name="repeat" />
                  Write another
                </button>
                <button type="button" className="button button-line button-small" onClick={() => onChange({ writer: 'own', own: asText(post.script) })}>
                  <Icon name="edit" />
                  Take it and edit
                </button>
              </>
            )}
          </div>
          {post.script && <Written script={post.script} />}
          {post.script && <ClaimHints text={[asText(post.script), post.script.caption].join('\n')} sponsored={!!post.sponsor} advice={false} />}
        </>
      ) : (
        <>
          <Field label="Your script" hint="Only what is said, a line for each sentence. Not a word of it is changed." error={ownError}>
            {(slot) => <textarea {...slot} className="input num !text-[14px]" rows={8} value={post.own} onChange={(event) => onChange({ own: event.target.value })} placeholder={'I have worked eleven nights in a row.\nThis is the twelfth, and it is the last.'} />}
          </Field>
          <ClaimHints text={post.own} sponsored={!!post.sponsor} />
          <Field label="What is seen meanwhile?" hint="Not needed. Place, light, what is done." error={error}>
            {(slot) => <textarea {...slot} className="input" rows={3} value={post.direction} onChange={(event) => onChange({ direction: event.target.value, script: null })} />}
          </Field>
        </>
      )}
    </section>
  )
}

function asText(script: Script | null): string {
  return (script?.beats ?? []).map((beat) => beat.line).join('\n')
}

function Written({ script }: { script: Script }) {
  return (
    <div className="card p-4" aria-live="polite">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h3 className="text-lg font-semibold">{script.title}</h3>
        <span className="text-[12px] text-soft">written by {script.written_by}</span>
      </div>
      <ol className="mt-3 flex flex-col gap-2.5">
        {script.beats.map((beat, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: beats have no name but their place
          <li key={n} className="grid grid-cols-[72px_minmax(0,1fr)] gap-x-3">
            <span className="num text-[12px] leading-[1.8] text-faint">{beat.role}</span>
            <span>
              {beat.line}
              {beat.action && <span className="block text-[13px] text-soft">{beat.action}</span>}
            </span>
          </li>
        ))}
      </ol>
      {script.caption && <p className="mt-3 border-t border-line pt-3 text-[14px] text-soft">{script.caption}</p>}
      {script.hashtags.length > 0 && <p className="mt-1 text-[13px] text-persona-ink">{script.hashtags.map((tag) => (tag.startsWith('#') ? tag : `#${tag}`)).join(' ')}</p>}
    </div>
  )
}
