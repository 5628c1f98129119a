'use client'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { useChangeAccount } from '@/api/accounts'
import { Problem } from '@/api/client'
import type { Account, AccountChange } from '@/api/types'
import { Field } from '@/components/ui/field'
import { RoleChoice } from '@/components/ui/role-choice'
import { Said } from './said'

type Doc = Pick<Account, 'name' | 'role'> & { email: string }
const pick = (account: Account): Doc => ({ name: account.name, email: account.email ?? '', role: account.role })

/** The name, the address and the role. An address, once given, can be changed but not taken away. */
export function ProfileForm({ account }: { account: Account }) {
  const [draft, setDraft] = useState<Partial<Doc>>({})
  const change = useChangeAccount()
  const before = pick(account)
  const doc = { ...before, ...draft }
  const problem = change.error instanceof Problem ? change.error : undefined
  const touched = doc.name !== before.name || doc.email !== before.email || doc.role !== before.role
  const put = (part: Partial<Doc>) => setDraft({ ...draft, ...part })
  const forget = () => {
    setDraft({})
    change.reset()
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    const email = doc.email.trim()
    const next: AccountChange = { name: doc.name, role: doc.role, ...(email && { email }) }
    const undo = (rev: number) => change.mutate({ change: { name: before.name, role: before.role, ...(before.email && { email: before.email }) }, rev }, { onError: (error) => toast.error(error.message) })
    const back = !email || before.email !== ''
    change.mutate(
      { change: next, rev: account.rev },
      {
        onSuccess: (after) => {
          setDraft({})
          toast('Kept.', back ? { action: { label: 'Undo', onClick: () => undo(after.rev) } } : {})
        },
      },
    )
  }
  return (
    <form onSubmit={send} className="flex flex-col gap-5">
      <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
        <Field label="Name" error={problem?.field('name')}>
          {(slot) => <input {...slot} className="input" autoComplete="name" maxLength={80} required value={doc.name} onChange={(event) => put({ name: event.target.value })} />}
        </Field>
        <Field label="E-mail" hint={account.email ? undefined : 'With a password, it signs you in. Nothing is sent to it.'} error={problem?.field('email')}>
          {(slot) => <input {...slot} className="input" type="email" autoComplete="email" maxLength={254} required={!!account.email} value={doc.email} onChange={(event) => put({ email: event.target.value })} placeholder="you@example.org" />}
        </Field>
      </div>
      <RoleChoice value={doc.role} onChange={(role) => put({ role })} error={problem?.field('role')} />
      <Said problem={problem} fields={['name', 'email', 'role']} />
      {touched && (
        <div className="flex gap-2">
          <button type="submit" className="button button-ink" disabled={change.isPending}>
            {change.isPending ? 'Keeping…' : 'Keep'}
          </button>
          <button type="button" className="button button-bare" onClick={forget}>
            As it was
          </button>
        </div>
      )}
    </form>
  )
}
