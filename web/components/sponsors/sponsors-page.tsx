'use client'
import { type CSSProperties, useState } from 'react'
import { useAccount } from '@/api/accounts'
import { useSponsors } from '@/api/sponsors'
import type { Sponsor } from '@/api/types'
import { useCurrent } from '@/components/current'
import { Dialog } from '@/components/ui/dialog'
import { Icon } from '@/components/ui/icon'
import { Empty, Refusal, Skeleton } from '@/components/ui/notes'
import { SponsorCard } from './sponsor-card'
import { SponsorManager } from './sponsor-manager'

export function SponsorsPage() {
  const account = useAccount()
  const sponsors = useSponsors()
  const { cast, who, choose } = useCurrent()
  const [editing, setEditing] = useState<Sponsor | 'new'>()
  const company = account.data?.role === 'business'
  const add = (
    <button type="button" className="button button-ink" onClick={() => setEditing('new')}>
      <Icon name="plus" />
      {company ? 'Add a campaign' : 'Add a sponsor'}
    </button>
  )
  return (
    <div className="persona mx-auto max-w-[1120px] px-8 py-7 max-md:px-4 max-md:py-5" style={{ '--hue': who?.hue ?? 300 } as CSSProperties}>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="text-[clamp(34px,4.4vw,54px)] font-bold leading-none">{company ? 'What you advertise' : 'Who could pay for it'}</h1>
        {!!sponsors.data?.length && add}
      </div>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-4">
        <p className="max-w-[62ch] text-[17px] text-soft">
          {company ? 'Brands and products of your own, and how well each persona fits them.' : 'Brands, what they sell, and how well a persona fits them. No mail is sent from here: the contact is yours to write to.'}
        </p>
        {!!cast.data?.length && !!sponsors.data?.length && (
          <label className="flex items-center gap-2">
            <span className="text-soft">Fit with</span>
            <select className="input !w-auto" value={who?.id} onChange={(event) => choose(event.target.value)}>
              {cast.data.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <div className="mt-8">
        {sponsors.error ? (
          <Refusal error={sponsors.error} again={() => void sponsors.refetch()} />
        ) : !sponsors.data ? (
          <Skeleton className="h-72" />
        ) : sponsors.data.length ? (
          <ul className="grid grid-cols-2 gap-5 max-lg:grid-cols-1">
            {sponsors.data.map((one) => (
              <li key={one.id}>
                <SponsorCard sponsor={one} who={who} company={company} onEdit={() => setEditing(one)} />
              </li>
            ))}
          </ul>
        ) : (
          <Empty title={company ? 'No campaign yet' : 'No sponsor yet'} action={add}>
            With its facts and its tags written down, Sorcerer can tell how well a brand fits a persona, write it into a script, and label the post as a paid partnership.
          </Empty>
        )}
      </div>
      <Dialog open={!!editing} onClose={() => setEditing(undefined)} title={editing === 'new' || !editing ? (company ? 'New campaign' : 'New sponsor') : editing.company} side>
        {editing && <SponsorManager sponsor={editing === 'new' ? undefined : editing} onDone={() => setEditing(undefined)} />}
      </Dialog>
    </div>
  )
}
