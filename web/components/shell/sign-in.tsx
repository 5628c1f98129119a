'use client'
import Link from 'next/link'
import { type FormEvent, useState } from 'react'
import { signIn, signUp } from '@/api/accounts'
import { Problem } from '@/api/client'
import type { Role } from '@/api/types'
import { Field } from '@/components/ui/field'
import { RoleChoice } from '@/components/ui/role-choice'
import { Mark } from './mark'

/** Where to go afterwards; only an address on this site is followed. */
function next(): string {
  const wanted = new URLSearchParams(window.location.search).get('next') ?? '/'
  return wanted.startsWith('/') && !wanted.startsWith('//') && !wanted.startsWith('/\\') ? wanted : '/'
}

export function SignIn() {
  const [fresh, setFresh] = useState(false)
  const [role, setRole] = useState<Role>('consumer')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const read = (name: string) => String(form.get(name) ?? '')
    setBusy(true)
    setProblem(undefined)
    try {
      if (fresh) await signUp({ email: read('email'), password: read('password'), name: read('name'), role })
      else await signIn(read('email'), read('password'))
      window.location.assign(next())
    } catch (error) {
      setProblem(error instanceof Problem ? error : new Problem(0, {}))
      setBusy(false)
    }
  }
  return (
    <main className="mx-auto grid min-h-dvh max-w-5xl grid-cols-2 items-center gap-16 p-6 max-md:grid-cols-1 max-md:content-center max-md:gap-10">
      <section className="flex flex-col items-start gap-5">
        <Mark />
        <h1 className="text-[clamp(38px,5vw,60px)] font-bold leading-[0.98]">Somebody is waiting to live.</h1>
        <p className="max-w-[46ch] text-[17px] text-soft">On the machine that runs Sorcerer, this prints a link that signs you in with one click:</p>
        <pre className="num w-full whitespace-pre-wrap rounded-xl bg-bezel px-4 py-3 text-[14px] text-white">
          sorcerer token --sign-in
        </pre>
        <p className="text-soft">
          You saw a film and wonder?{' '}
          <Link href="/verify" className="underline underline-offset-2">
            Ask where it comes from
          </Link>
        </p>
      </section>
      <form onSubmit={send} className="card flex flex-col gap-4 p-6">
        <h2 className="text-2xl font-semibold">{fresh ? 'Make an account' : 'Sign in'}</h2>
        {fresh && (
          <>
            <Field label="Name" error={problem?.field('name')}>
              {(slot) => <input {...slot} className="input" name="name" autoComplete="name" required />}
            </Field>
            <RoleChoice value={role} onChange={setRole} error={problem?.field('role')} />
          </>
        )}
        <Field label="E-mail" error={problem?.field('email')}>
          {(slot) => <input {...slot} className="input" name="email" type="email" autoComplete="email" required />}
        </Field>
        <Field label="Password" hint={fresh ? 'Ten characters or more.' : undefined} error={problem?.field('password')}>
          {(slot) => <input {...slot} className="input" name="password" type="password" autoComplete={fresh ? 'new-password' : 'current-password'} minLength={fresh ? 10 : undefined} required />}
        </Field>
        {problem && !problem.fields.length && (
          <p role="alert" className="text-bad">
            {problem.message}
          </p>
        )}
        <button type="submit" className="button button-ink" disabled={busy}>
          {fresh ? 'Make the account' : 'Sign in'}
        </button>
        <button type="button" className="button button-bare" onClick={() => setFresh(!fresh)}>
          {fresh ? 'I have an account' : 'I have no account yet'}
        </button>
      </form>
    </main>
  )
}
