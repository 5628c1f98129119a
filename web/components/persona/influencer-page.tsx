'use client'
import Link from 'next/link'
import type { CSSProperties } from 'react'
import { Problem } from '@/api/client'
import { useInfluencer, useOverview } from '@/api/influencers'
import type { Influencer } from '@/api/types'
import { Journal } from '@/components/journal'
import { PersonaCard } from '@/components/persona-card'
import { Refusal, Skeleton } from '@/components/ui/notes'
import { useAddress } from '@/lib/address'
import { useRouteId } from '@/lib/route-id'
import { count } from '@/lib/words'
import { Channels } from './channels'
import { FaceTab } from './face-tab'
import { LifeTab } from './life-tab'
import { PersonaForm } from './persona-form'

const tabs = [['persona', 'Persona'], ['life', 'Life'], ['channels', 'Channels'], ['face', 'Face'], ['log', 'Log']] as const
type Tab = (typeof tabs)[number][0]

export function InfluencerPage() {
  const id = useRouteId('influencer')
  const influencer = useInfluencer(id)
  if (influencer.error) {
    const gone = influencer.error instanceof Problem && influencer.error.status === 404
    return (
      <div className="mx-auto flex max-w-2xl flex-col items-start gap-5 p-8">
        <h1 className="text-5xl font-bold leading-none">{gone ? 'Nobody by that name.' : 'That did not load.'}</h1>
        <Refusal error={influencer.error} again={() => void influencer.refetch()} />
        <Link href="/dashboard" className="button button-line">
          Back to today
        </Link>
      </div>
    )
  }
  if (!influencer.data) {
    return (
      <div className="mx-auto max-w-[1200px] p-8" aria-busy="true">
        <h1 className="sr-only">Persona</h1>
        <Skeleton className="h-96" />
      </div>
    )
  }
  return <Person who={influencer.data} />
}

function Person({ who }: { who: Influencer }) {
  const [asked, setTab] = useAddress('tab')
  const tab: Tab = tabs.find(([key]) => key === asked)?.[0] ?? 'persona'
  const overview = useOverview(who.id)
  const { persona } = who
  return (
    <div className="persona mx-auto grid max-w-[1200px] grid-cols-[300px_minmax(0,1fr)] gap-10 px-8 py-7 max-lg:grid-cols-1 max-lg:gap-6 max-md:px-4 max-md:py-5" style={{ '--hue': who.hue } as CSSProperties}>
      <aside className="lg:sticky lg:top-7 lg:self-start">
        <PersonaCard shown={{ ...who, age: persona.age, city: persona.city, work: persona.work, traits: persona.traits, line: persona.background }}>
          {overview.data && (
            <dl className="grid w-full grid-cols-2 gap-3 border-t border-line pt-3 text-[14px]">
              <div>
                <dt className="text-soft">Life so far</dt>
                <dd className="font-medium">{count(overview.data.day_of_life, 'day')}</dd>
              </div>
              <div>
                <dt className="text-soft">Followers</dt>
                <dd className="font-medium">{overview.data.followers?.toLocaleString('en-GB') ?? 'not measured yet'}</dd>
              </div>
            </dl>
          )}
          <Link href={`/dashboard?who=${who.id}`} className="button button-line button-small">
            Open today
          </Link>
        </PersonaCard>
      </aside>
      <div className="min-w-0">
        <h1 className="sr-only">{who.name}</h1>
        <div role="tablist" aria-label={who.name} className="segments mb-6 max-w-full overflow-x-auto">
          {tabs.map(([key, name]) => (
            <button key={key} type="button" role="tab" id={`tab-${key}`} aria-selected={tab === key} aria-controls="tab-panel" onClick={() => setTab(key, true)}>
              {name}
            </button>
          ))}
        </div>
        <section role="tabpanel" id="tab-panel" aria-labelledby={`tab-${tab}`}>
          {tab === 'persona' && <PersonaForm key={who.rev} who={who} />}
          {tab === 'life' && <LifeTab who={who} />}
          {tab === 'channels' && <Channels who={who} />}
          {tab === 'face' && <FaceTab who={who} />}
          {tab === 'log' && <Journal id={who.id} zone={persona.timezone} limit={40} more />}
        </section>
      </div>
    </div>
  )
}
