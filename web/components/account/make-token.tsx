'use client'
import { type FormEvent, useState } from 'react'
import { Problem } from '@/api/client'
import { useMakeToken } from '@/api/tokens'
import type { NewToken, Scope } from '@/api/types'
import { Field } from '@/components/ui/field'
import { endOf, lives, scopes } from '@/lib/scopes'
import { Said } from './said'

type Props = { onMade: (token: NewToken) => void; onCancel: () => void }

/** A name, what it may, and how long. */
export function MakeToken({ onMade, onCancel }: Props) {
  const [name, setName] = useState('')
  const [may, setMay] = useState<Scope[]>(['read', 'write'])
  const [life, setLife] = useState('always')
  const make = useMakeToken()
  const problem = make.error instanceof Problem ? make.error : undefined
  const toggle = (scope: Scope) => setMay(may.includes(scope) ? may.filter((one) => one !== scope) : [...may, scope])
  const send = (event: FormEvent) => {
    event.preventDefault()
    make.mutate({ name, scopes: may, expires_at: endOf(life, Date.now()) }, { onSuccess: onMade })
  }
  const nothing = may.length ? undefined : 'Choose at least one.'
  const wrong = problem?.field('scopes') ?? nothing
  return (
    <form onSubmit={send} className="card flex w-full flex-col gap-5 p-5" aria-label="Make a token">
      <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
        <Field label="What it is for" error={problem?.field('name')}>
          {(slot) => <input {...slot} className="input" value={name} onChange={(event) => setName(event.target.value)} maxLength={80} required autoComplete="off" placeholder="backup script" />}
        </Field>
        <Field label="Lasts" error={problem?.field('expires_at')}>
          {(slot) => (
            <select {...slot} className="input" value={life} onChange={(event) => setLife(event.target.value)}>
              {lives.map((one) => (
                <option key={one.value} value={one.value}>
                  {one.title}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <fieldset className="grid grid-cols-3 gap-2 max-sm:grid-cols-1">
        <legend className="mb-1.5 font-medium">It may</legend>
        {scopes.map((one) => (
          <label key={one.value} className="choice flex-col p-3">
            <input type="checkbox" className="sr-only" checked={may.includes(one.value)} onChange={() => toggle(one.value)} />
            <span className="font-medium">{one.title}</span>
            <span className="text-[13px] text-soft">{one.text}</span>
          </label>
        ))}
        {wrong && (
          <p role="alert" className="col-span-full text-[13px] text-bad">
            {wrong}
          </p>
        )}
      </fieldset>
      <Said problem={problem} fields={['name', 'scopes', 'expires_at']} />
      <div className="flex gap-2">
        <button type="submit" className="button button-ink" disabled={make.isPending || !!nothing}>
          {make.isPending ? 'Making…' : 'Make it'}
        </button>
        <button type="button" className="button button-bare" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  )
}
