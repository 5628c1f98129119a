'use client'
import { useState } from 'react'
import { toast } from 'sonner'
import { useRevokeToken, useTokens } from '@/api/tokens'
import type { NewToken, Token } from '@/api/types'
import { Icon } from '@/components/ui/icon'
import { Refusal, Skeleton } from '@/components/ui/notes'
import { sayDate, sayMoment, viewerZone } from '@/lib/dates'
import { scopeName } from '@/lib/scopes'
import { MakeToken } from './make-token'
import { Secret } from './secret'

/** Keys for programs. */
export function Tokens() {
  const tokens = useTokens()
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<NewToken>()
  const done = (token: NewToken) => {
    setMaking(false)
    setMade(token)
  }
  return (
    <div className="flex flex-col items-start gap-4">
      <p className="max-w-[62ch] text-soft">A key for a program that works with Sorcerer in your name. Each can be revoked on its own, and none of them may more than you let it.</p>
      {made && <Secret token={made} onDone={() => setMade(undefined)} />}
      {tokens.error ? (
        <Refusal error={tokens.error} again={() => void tokens.refetch()} />
      ) : !tokens.data ? (
        <Skeleton className="h-16 w-full" />
      ) : (
        tokens.data.length > 0 && (
          <ul className="card w-full divide-y divide-line" aria-label="API tokens">
            {tokens.data.map((one) => (
              <Row key={one.id} token={one} onGone={() => setMade((before) => (before?.id === one.id ? undefined : before))} />
            ))}
          </ul>
        )
      )}
      {making ? (
        <MakeToken onMade={done} onCancel={() => setMaking(false)} />
      ) : (
        <button type="button" className="button button-line" onClick={() => setMaking(true)}>
          <Icon name="plus" />
          Make a token
        </button>
      )}
    </div>
  )
}

function Row({ token, onGone }: { token: Token; onGone: () => void }) {
  const [sure, setSure] = useState(false)
  const revoke = useRevokeToken()
  const zone = viewerZone()
  const over = token.expires_at !== null && Date.parse(token.expires_at) <= Date.now()
  const end = token.expires_at && `${over ? 'ran out on' : 'until'} ${sayDate(token.expires_at, zone)}`
  const press = () => {
    if (!sure) return setSure(true)
    revoke.mutate(token.id, {
      onError: (error) => toast.error(error.message),
      onSuccess: () => {
        onGone()
        toast(`“${token.name}” is revoked and works no more`)
      },
    })
  }
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 p-4">
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-medium [overflow-wrap:anywhere]">
          {token.name} <span className="font-normal text-soft">may {token.scopes.map((scope) => scopeName[scope]).join(', ')}</span>
        </p>
        <p className={`text-[13px] ${over ? 'text-ask' : 'text-soft'}`}>
          {[`Made ${sayDate(token.created_at, zone)}`, token.last_used_at ? `last used ${sayMoment(token.last_used_at, zone)}` : 'never used', end].filter(Boolean).join(' · ')}
        </p>
      </div>
      <button type="button" className="button button-bad button-small" disabled={revoke.isPending} aria-label={`${sure ? 'Yes, revoke' : 'Revoke'} ${token.name}`} onClick={press} onBlur={() => setSure(false)}>
        {sure ? 'Yes, revoke' : 'Revoke'}
      </button>
    </li>
  )
}
