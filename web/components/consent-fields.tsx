'use client'
import type { ConsentForm } from '@/api/types'
import { Field } from './ui/field'

export type ConsentText = { subject: string; scope: string; proof: string; signed: string; expires: string }
export const blankConsent: ConsentText = { subject: '', scope: '', proof: '', signed: '', expires: '' }

/** The consent as it is sent, or nothing while something is missing. */
export function toConsent(text: ConsentText): ConsentForm | undefined {
  if (!text.subject.trim() || !text.scope.trim() || !text.proof.trim() || !text.signed || !text.expires) return undefined
  return { subject: text.subject, scope: text.scope, proof: text.proof, signed_at: `${text.signed}T00:00:00Z`, expires_at: `${text.expires}T00:00:00Z` }
}

/** Who agreed to what, where the paper is, and until when. */
export function ConsentFields({ value, onChange }: { value: ConsentText; onChange: (part: Partial<ConsentText>) => void }) {
  return (
    <div className="flex flex-col gap-3">
      <Field label="Whose face is it?">{(slot) => <input {...slot} className="input" value={value.subject} onChange={(event) => onChange({ subject: event.target.value })} autoComplete="off" />}</Field>
      <Field label="What did they agree to?">{(slot) => <textarea {...slot} className="input" rows={2} value={value.scope} onChange={(event) => onChange({ scope: event.target.value })} placeholder="Synthetic films for this persona, on Instagram" />}</Field>
      <Field label="Where is the signed paper?" hint="A place or an address where it can be read.">
        {(slot) => <input {...slot} className="input" value={value.proof} onChange={(event) => onChange({ proof: event.target.value })} />}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label="Signed on">{(slot) => <input {...slot} type="date" className="input" value={value.signed} onChange={(event) => onChange({ signed: event.target.value })} />}</Field>
        <Field label="Holds until">{(slot) => <input {...slot} type="date" className="input" value={value.expires} onChange={(event) => onChange({ expires: event.target.value })} />}</Field>
      </div>
    </div>
  )
}
