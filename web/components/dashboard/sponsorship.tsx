'use client'
import Link from 'next/link'
import type { Influencer, Overview } from '@/api/types'
import { Icon } from '@/components/ui/icon'
import { firstName } from '@/lib/words'

const SAY: Record<Overview['sponsorship'], [string, string]> = {
  searching: ['Looking for a sponsor', 'No brand is linked yet. Add one and check how well it fits.'],
  linked: ['Linked', 'Sponsored posts carry the paid-partnership label on the platform, in the caption and on screen.'],
  performance: ['Running on own posts', 'No outside brand. The posts themselves are the measure.'],
}

/** Who pays for it, and how that stands. */
export function Sponsorship({ overview, who }: { overview: Overview; who: Influencer }) {
  const [title, text] = SAY[overview.sponsorship]
  return (
    <>
      <h2 className="mb-3 text-[22px] font-semibold">Paying for it</h2>
      <p className="font-medium">{title}</p>
      <p className="text-soft">{text}</p>
      <ul className="mt-4 flex flex-col gap-3">
        {overview.sponsors.map((one) => (
          <li key={one.sponsor_id} className="flex items-center gap-3">
            <span className="display grid size-11 shrink-0 place-items-center rounded-xl bg-persona-soft text-lg font-bold text-persona-ink" aria-hidden="true">
              {one.company.charAt(0).toUpperCase()}
            </span>
            <span className="min-w-0">
              <span className="block truncate font-medium">{one.company}</span>
              <span className="block text-[13px] text-soft">{one.status}</span>
            </span>
          </li>
        ))}
      </ul>
      <Link href={`/sponsors?who=${who.id}`} className="button button-line button-small mt-4">
        <Icon name="sponsors" />
        {overview.sponsors.length ? 'Sponsors' : `Find one for ${firstName(who)}`}
      </Link>
    </>
  )
}
