'use client'
import { type ChangeEvent, type FormEvent, useId, useState } from 'react'
import { toast } from 'sonner'
import { Problem } from '@/api/client'
import { type Script, useApplyScript, usePreviewScript } from '@/api/life-script'
import type { Influencer, ScriptLine } from '@/api/types'
import { Field } from '@/components/ui/field'
import { Icon, type IconName } from '@/components/ui/icon'
import { sayDay } from '@/lib/dates'
import { count, their } from '@/lib/words'
import { StepInPreview } from './step-in-preview'

const LARGEST = 256_000
const EXAMPLE = 'Saturday 5 December\n16:00 drawing the harbour\n20:00-22:00 dinner out with Jonas\n2026-12-08 pottery'
const MARK: Record<ScriptLine['state'], IconName> = { fits: 'check', clashes: 'alert', unclear: 'alert', left_out: 'minus' }
const TONE: Record<ScriptLine['state'], string> = { fits: 'text-good', clashes: 'text-bad', unclear: 'text-ask', left_out: 'text-faint' }
const SAYS: Record<ScriptLine['state'], string> = { fits: 'fits', clashes: 'clashes', unclear: 'unclear', left_out: 'left out' }
const EMPTY: Script = { text: '', name: 'script.txt', without: [] }

/** A person's own script of her days: every line is answered before any of them is pinned. */
export function OwnScript({ who }: { who: Influencer }) {
  const [script, setScript] = useState(EMPTY)
  const [fault, setFault] = useState('')
  const preview = usePreviewScript(who.id)
  const apply = useApplyScript(who.id)
  const file = useId()
  const answer = preview.data
  const current = preview.variables?.text === script.text
  const open = answer?.lines.filter((line) => line.state === 'clashes' || line.state === 'unclear') ?? []
  const look = (next: Script) => {
    setScript(next)
    preview.mutate(next)
  }
  const ask = (event: FormEvent) => {
    event.preventDefault()
    if (script.text.trim()) look({ ...script, without: [] })
  }
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0]
    event.target.value = ''
    if (!chosen) return
    setFault(chosen.size > LARGEST ? `${chosen.name} has ${chosen.size.toLocaleString('en-GB')} bytes; a script has at most ${LARGEST.toLocaleString('en-GB')}.` : '')
    if (chosen.size <= LARGEST) look({ text: await chosen.text(), name: chosen.name, without: [] })
  }
  const toggle = (line: number) => look({ ...script, without: script.without.includes(line) ? script.without.filter((one) => one !== line) : [...script.without, line] })
  const pin = () => {
    const seen = answer?.preview
    if (!seen) return
    apply.mutate(
      { ...script, base: seen.base, digest: seen.digest },
      {
        onSuccess: () => {
          toast(`${count(answer.lines.filter((line) => line.state === 'fits').length, 'line is', 'lines are')} pinned. The history below takes ${their[who.persona.pronouns]} old days back.`)
          setScript(EMPTY)
          preview.reset()
        },
        onError: (error) => {
          toast.error(error.message)
          preview.mutate(script)
        },
      },
    )
  }
  const error = fault || (preview.error instanceof Problem ? preview.error.beside() : preview.error?.message) || undefined
  return (
    <details className="card p-5 max-md:p-4" open={!!answer || undefined}>
      <summary className="cursor-pointer text-[17px] font-semibold">Your own script</summary>
      <form onSubmit={ask} className="mt-3 flex flex-col gap-3">
        <Field label="What happens, line by line" error={error} hint="A day and what happens on each line. An hour may stand before it; a line that is only a day heads those below it.">
          {(slot) => <textarea {...slot} className="input num !text-[14px]" rows={Math.min(14, Math.max(5, script.text.split('\n').length))} value={script.text} placeholder={EXAMPLE} onChange={(event) => setScript({ ...script, text: event.target.value })} />}
        </Field>
        <div className="flex flex-wrap items-center gap-2">
          <button type="submit" className="button button-ink" disabled={!script.text.trim() || preview.isPending}>
            <Icon name="eye" />
            {preview.isPending ? 'Reading it…' : 'Show what fits'}
          </button>
          <label htmlFor={file} className="button button-line cursor-pointer focus-within:outline-2">
            <Icon name="plus" />
            Choose a file
            <input id={file} type="file" accept=".txt,.md,.csv,.tsv,.ics,text/plain,text/csv,text/calendar" className="sr-only" onChange={(event) => void choose(event)} />
          </label>
          <span className="text-[13px] text-soft">Text, CSV or a calendar (.ics)</span>
        </div>
      </form>
      {answer && (
        <div className="mt-4 flex flex-col gap-4">
          <p role="status" className="text-[14px] text-soft">
            {count(answer.lines.filter((line) => line.state === 'fits').length, 'line fits', 'lines fit')}
            {open.length > 0 && `, ${count(open.length, 'needs', 'need')} a choice`}. Nothing is pinned yet.
          </p>
          <ol aria-label="Lines of the script" className="flex flex-col divide-y divide-line border-y border-line">
            {answer.lines.map((line) => (
              <Answer key={`${line.number} ${line.day}`} line={line} busy={preview.isPending} onToggle={() => toggle(line.number)} />
            ))}
          </ol>
          {answer.preview && (
            <StepInPreview key={answer.preview.digest} who={who} seen={{ ...answer.preview, clashes: [] }} busy={preview.isPending || !current} onLetGo={() => undefined}>
              <div className="flex flex-wrap items-center gap-2">
                <button type="button" className="button button-ink" disabled={!current || open.length > 0 || preview.isPending || apply.isPending} onClick={pin}>
                  <Icon name="check" />
                  {apply.isPending ? 'Pinning…' : 'Pin these lines'}
                </button>
                {open.length > 0 && <p className="text-[13px] text-soft">First change or leave out {open.length === 1 ? 'the line that does' : 'the lines that do'} not fit.</p>}
                {!current && <p className="text-[13px] text-soft">The script has changed since; show it again first.</p>}
              </div>
            </StepInPreview>
          )}
        </div>
      )}
    </details>
  )
}

/** One line: whether it fits, when and where it would be, or what it contradicts and the ways out. */
function Answer({ line, busy, onToggle }: { line: ScriptLine; busy: boolean; onToggle: () => void }) {
  const out = line.state === 'left_out'
  return (
    <li className="grid grid-cols-[88px_minmax(0,1fr)_auto] items-start gap-x-3 py-2 text-[14px] max-md:grid-cols-[minmax(0,1fr)_auto]">
      <span className={`flex items-center gap-1.5 text-[12.5px] font-medium leading-[1.7] max-md:col-span-2 ${TONE[line.state]}`}>
        <Icon name={MARK[line.state]} size={13} />
        {SAYS[line.state]}
      </span>
      <span className="min-w-0 break-words">
        <span className={out ? 'text-faint line-through' : 'font-medium'}>{line.text}</span>
        {line.became && line.day && (
          <span className="block text-[13px] text-soft">
            {sayDay(line.day)}, {line.became}
          </span>
        )}
        {line.messages.map((message) => (
          <span key={message} className="block text-[13px] text-soft">
            {message}
          </span>
        ))}
        {line.choices.length > 0 && <span className="block text-[13px] text-faint">You can {line.choices.join(', or ')}.</span>}
      </span>
      <button type="button" className="button button-line button-small" aria-label={`${out ? 'Take in' : 'Leave out'} line ${line.number}`} disabled={busy} onClick={onToggle}>
        {out ? 'Take in' : 'Leave out'}
      </button>
    </li>
  )
}
