'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { useAccount } from '@/api/accounts'
import { useLive } from '@/api/live'
import { Icon, type IconName } from '@/components/ui/icon'
import { Bell } from './bell'
import { Cast } from './cast'
import { Leave, Lights, Yours } from './corner'
import { Mark } from './mark'
import { Quiet } from './quiet'

const pages: { href: string; label: string; icon: IconName }[] = [
  { href: '/dashboard', label: 'Today', icon: 'today' },
  { href: '/calendar', label: 'Calendar', icon: 'calendar' },
  { href: '/create', label: 'Create', icon: 'create' },
  { href: '/sponsors', label: 'Sponsors', icon: 'sponsors' },
]

/** The frame around every page behind the door: a column on wide screens, a bar under the thumb on phones. */
export function Shell({ children }: { children: ReactNode }) {
  const path = usePathname()
  const account = useAccount()
  const name = account.data?.name || account.data?.email || 'you'
  useLive(!!account.data)
  return (
    <div className="grid min-h-dvh grid-cols-[216px_minmax(0,1fr)] max-md:grid-cols-1 max-md:grid-rows-[auto_1fr]">
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:left-2 focus:top-2 focus:z-50 focus:rounded-lg focus:bg-panel focus:p-3">
        Skip to content
      </a>
      <aside className="sticky top-0 z-30 flex h-dvh flex-col gap-7 overflow-y-auto border-r border-line px-4 py-5 max-md:static max-md:h-auto max-md:flex-row max-md:items-center max-md:border-b max-md:border-r-0 max-md:py-3">
        <Mark />
        <nav aria-label="Main" className="flex flex-col gap-0.5 max-md:hidden">
          {pages.map(({ href, label, icon }) => (
            <Link key={href} href={href} aria-current={path === href ? 'page' : undefined} className="flex items-center gap-2.5 rounded-lg px-2.5 py-2 text-soft transition-colors hover:bg-sunk hover:text-ink aria-[current]:bg-ink aria-[current]:text-paper">
              <Icon name={icon} /> {label}
            </Link>
          ))}
        </nav>
        <Cast />
        <div className="mt-auto flex flex-col gap-0.5 max-md:ml-auto max-md:mt-0 max-md:flex-row">
          {account.data && <Bell />}
          {account.data && <Yours name={name} />}
          <Lights />
          {account.data && <Leave name={name} />}
        </div>
      </aside>
      <main id="main" className="min-w-0 max-md:pb-24">
        <Quiet />
        {children}
      </main>
      <nav aria-label="Main" className="fixed inset-x-0 bottom-0 z-20 grid grid-cols-5 border-t border-line bg-panel px-1 pb-[max(0.25rem,env(safe-area-inset-bottom))] pt-1 md:hidden">
        {[...pages.slice(0, 2), ...pages.slice(2), { href: '/influencer', label: 'Her', icon: 'person' as const }].map(({ href, label, icon }) =>
          href === '/influencer' ? <Cast key={href} phone /> : (
            <Link key={href} href={href} aria-current={path === href ? 'page' : undefined} className="flex min-h-13 flex-col items-center justify-center gap-1 rounded-lg text-[12px] text-soft aria-[current]:font-semibold aria-[current]:text-ink">
              <Icon name={icon} size={20} />
              {label}
            </Link>
          ),
        )}
      </nav>
    </div>
  )
}
