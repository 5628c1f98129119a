'use client'
import type { CSSProperties } from 'react'
import { useAccount } from '@/api/accounts'
import { Refusal, Skeleton } from '@/components/ui/notes'
import { Part } from '@/components/ui/part'
import { sayDate, viewerZone } from '@/lib/dates'
import { Leaving } from './leaving'
import { Money } from './money'
import { PasswordForm } from './password-form'
import { ProfileForm } from './profile-form'
import { TakeAlong } from './take-along'
import { Tokens } from './tokens'

/** Nobody's colour: this page is about the person before the screen. */
const hue = { '--hue': 300 } as CSSProperties

/** Who is signed in, how they get in, which programs may, and the way out. */
export function AccountPage() {
  const { data: account, error, refetch } = useAccount()
  return (
    <div className="persona mx-auto max-w-[880px] px-8 py-7 max-md:px-4 max-md:py-5" style={hue}>
      <h1 className="text-[clamp(34px,4.4vw,54px)] font-bold leading-none">Whose house this is</h1>
      {error ? (
        <div className="mt-8">
          <Refusal error={error} again={() => void refetch()} />
        </div>
      ) : !account ? (
        <Skeleton className="mt-8 h-96" />
      ) : (
        <>
          <p className="mt-4 max-w-[62ch] text-[17px] text-soft [overflow-wrap:anywhere]">
            {account.name} is signed in{account.email ? `, as ${account.email}` : ' by link; there is no e-mail address yet'}. Here since {sayDate(account.created_at, viewerZone())}.
          </p>
          <div className="mt-10 flex flex-col gap-10">
            <Part title="You">
              <ProfileForm account={account} />
            </Part>
            <Part title="Password">
              <PasswordForm account={account} />
            </Part>
            <Part title="Money">
              <Money />
            </Part>
            <Part title="API tokens">
              <Tokens />
            </Part>
            <Part title="Take it along">
              <TakeAlong />
            </Part>
            <Part title="Leave">
              <Leaving account={account} />
            </Part>
          </div>
        </>
      )}
    </div>
  )
}
