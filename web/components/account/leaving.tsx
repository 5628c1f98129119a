'use client'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useRemoveAccount } from '@/api/accounts'
import { Problem } from '@/api/client'
import type { Account } from '@/api/types'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Said } from './said'

/** The end of the account, behind a word that nobody types by accident. */
export function Leaving({ account }: { account: Account }) {
  const [open, setOpen] = useState(false)
  return (
    <div className="flex flex-col items-start gap-4">
      <p className="max-w-[62ch] text-soft">Deletes you and everything you own here, for good. What is out stays on the networks: only their own apps take it down.</p>
      <button type="button" className="button button-bad" onClick={() => setOpen(true)}>
        <Icon name="trash" />
        Delete the account…
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Delete the account">
        <Sure account={account} onCancel={() => setOpen(false)} />
      </Dialog>
    </div>
  )
}

function Sure({ account, onCancel }: { account: Account; onCancel: () => void }) {
  const cache = useQueryClient()
  const [typed, setTyped] = useState('')
  const remove = useRemoveAccount()
  const word = typed.trim().toLowerCase()
  const sure = word === 'delete' || word === account.name.trim().toLowerCase()
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!sure) return
    remove.mutate(account.rev, {
      onSuccess: () => {
        cache.clear()
        window.location.assign('/sign-in')
      },
    })
  }
  return (
    <form onSubmit={send} className="flex flex-col gap-5">
      <ul className="list-disc pl-5 text-soft marker:text-edge">
        <li>Your personas, their plans, scripts, sponsors, tokens and connections are forgotten. There is no way back.</li>
        <li>Posts that are planned never go out. Posts that are out stay on the networks.</li>
        <li>Pictures and films stay as files in the store of this home, for whoever runs it to remove.</li>
      </ul>
      <Field label={`Type “${account.name}” or “delete”`}>
        {(slot) => <input {...slot} className="input" value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" autoCapitalize="off" spellCheck={false} />}
      </Field>
      <Said problem={remove.error instanceof Problem ? remove.error : undefined} fields={[]} />
      <div className="flex flex-wrap justify-end gap-2">
        <button type="button" className="button button-bare" onClick={onCancel}>
          Stay
        </button>
        <button type="submit" className="button button-bad" disabled={!sure || remove.isPending}>
          {remove.isPending ? 'Deleting…' : 'Delete everything'}
        </button>
      </div>
    </form>
  )
}
