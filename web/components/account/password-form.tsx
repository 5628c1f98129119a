'use client'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { useSetPassword } from '@/api/accounts'
import { Problem } from '@/api/client'
import type { Account } from '@/api/types'
import { Field } from '@/components/ui/field'
import { Said } from './said'

const blank = { old: '', fresh: '' }

/** Sets the first password or changes it, and says what it is good for. */
export function PasswordForm({ account }: { account: Account }) {
  const [typed, setTyped] = useState(blank)
  const [shown, setShown] = useState(false)
  const set = useSetPassword()
  const problem = set.error instanceof Problem ? set.error : undefined
  const has = account.has_password
  const type = shown ? 'text' : 'password'
  const send = (event: FormEvent) => {
    event.preventDefault()
    set.mutate(
      { password: typed.fresh, ...(has && { old_password: typed.old }) },
      {
        onSuccess: () => {
          setTyped(blank)
          setShown(false)
          toast(has ? 'Changed. Every other browser is signed out.' : 'Set. Every other browser is signed out.')
        },
      },
    )
  }
  return (
    <form onSubmit={send} className="flex flex-col gap-5">
      <div className="flex max-w-[62ch] flex-col gap-2 text-soft">
        <p>{has ? 'It signs you in by e-mail, and lets Sorcerer listen on another address than this machine’s own.' : 'There is none yet: only a link from the machine itself signs you in. A password lets you sign in by e-mail, and Sorcerer needs one before it listens on another address than this machine’s own.'}</p>
        {!account.email && <p className="text-ask">It goes with an e-mail address. Give yours above.</p>}
      </div>
      <input type="text" name="username" autoComplete="username" value={account.email ?? ''} readOnly hidden />
      <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
        {has && (
          <Field label="Password now" error={problem?.field('old_password')}>
            {(slot) => <input {...slot} className="input" type={type} autoComplete="current-password" maxLength={200} required value={typed.old} onChange={(event) => setTyped({ ...typed, old: event.target.value })} />}
          </Field>
        )}
        <Field
          label={has ? 'New password' : 'Password'}
          hint="Ten characters or more; a whole sentence is best."
          error={problem?.field('password')}
          aside={
            <button type="button" className="text-[13px] text-soft hover:text-ink aria-pressed:text-ink aria-pressed:underline" aria-pressed={shown} onClick={() => setShown(!shown)}>
              Show
            </button>
          }
        >
          {(slot) => <input {...slot} className="input" type={type} autoComplete="new-password" minLength={10} maxLength={200} required value={typed.fresh} onChange={(event) => setTyped({ ...typed, fresh: event.target.value })} />}
        </Field>
      </div>
      <Said problem={problem} fields={['old_password', 'password']} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <button type="submit" className={`button ${typed.fresh ? 'button-ink' : 'button-line'}`} disabled={set.isPending}>
          {set.isPending ? 'Setting…' : has ? 'Change the password' : 'Set the password'}
        </button>
        <p className="text-[13px] text-soft">Signs every other browser out.</p>
      </div>
    </form>
  )
}
