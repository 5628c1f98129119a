'use client'
import { useEffect, useRef } from 'react'
import { toast } from 'sonner'
import type { NewToken } from '@/api/types'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { copyFrom } from '@/lib/files'

/** The secret of a token just made: here once and nowhere after. */
export function Secret({ token, onDone }: { token: NewToken; onDone: () => void }) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const copy = async () => {
    const copied = field.current && (await copyFrom(field.current))
    if (copied) toast('Copied')
    else toast.error('The browser did not let us copy. The secret is selected: copy it by hand.')
  }
  if (!token.secret) return <p role="alert" className="text-bad">“{token.name}” was made, but its secret was answered before and is not shown twice. Revoke it and make another.</p>
  return (
    <section className="card flex w-full flex-col gap-4 border-ink p-5" aria-label={`The secret of ${token.name}`}>
      <Field label={`The secret of “${token.name}”`} hint="This is the only time it is shown; only a fingerprint of it is kept. Programs send it as “Authorization: Bearer …”.">
        {(slot) => <input {...slot} ref={field} className="input num" value={token.secret ?? ''} readOnly spellCheck={false} onFocus={(event) => event.target.select()} />}
      </Field>
      <div className="flex gap-2">
        <button type="button" className="button button-ink" onClick={copy}>
          <Icon name="copy" />
          Copy
        </button>
        <button type="button" className="button button-bare" onClick={onDone}>
          I have it
        </button>
      </div>
    </section>
  )
}
