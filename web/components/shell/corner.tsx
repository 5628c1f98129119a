'use client'
import { useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTheme } from 'next-themes'
import { signOut } from '@/api/accounts'
import { Icon } from '@/components/ui/icon'
import { useHydrated } from '@/lib/hydrated'

const item = 'flex min-h-10 items-center gap-2.5 rounded-lg px-2.5 py-2 text-soft hover:bg-sunk hover:text-ink'

/** The way to the account, with the name of who is signed in. */
export function Yours({ name }: { name: string }) {
  const here = usePathname() === '/account'
  return (
    <Link href="/account" aria-current={here ? 'page' : undefined} className={`${item} aria-[current]:bg-sunk aria-[current]:text-ink`}>
      <Icon name="person" />
      <span className="min-w-0 leading-tight max-md:sr-only">
        <span className="block">Account</span>{' '}
        <span className="block truncate text-[12px] text-faint">{name}</span>
      </span>
    </Link>
  )
}

export function Lights() {
  const { resolvedTheme, setTheme } = useTheme()
  const dark = useHydrated() && resolvedTheme === 'dark'
  return (
    <button type="button" onClick={() => setTheme(dark ? 'light' : 'dark')} className={item} aria-label={dark ? 'Lights on' : 'Lights off'}>
      <Icon name={dark ? 'sun' : 'moon'} />
      <span className="max-md:hidden">{dark ? 'Lights on' : 'Lights off'}</span>
    </button>
  )
}

export function Leave({ name }: { name: string }) {
  const cache = useQueryClient()
  const leave = async () => {
    await signOut().catch(() => undefined)
    cache.clear()
    window.location.assign('/sign-in')
  }
  return (
    <button type="button" onClick={leave} className={item} aria-label={`Sign out, ${name}`}>
      <Icon name="leave" />
      <span className="max-md:hidden">Sign out</span>
    </button>
  )
}
