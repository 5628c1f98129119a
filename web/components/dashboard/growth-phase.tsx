'use client'
import { useState } from 'react'
import { toast } from 'sonner'
import { useChangeGrowth, useChangeInfluencer } from '@/api/influencers'
import type { Influencer, Overview } from '@/api/types'
import { GrowthSlider, perDay, perWeek } from '@/components/growth-slider'
import { Moons } from '@/components/ui/moon'
import { dayOf, sayDay } from '@/lib/dates'
import { capital, does } from '@/lib/words'

/** The warm-up and how much she posts, with the hand on both. */
export function GrowthPhase({ who, growth }: { who: Influencer; growth: Overview['growth'] }) {
  const verb = useChangeGrowth(who.id)
  const change = useChangeInfluencer(who.id)
  const [pace, setPace] = useState(who.pace)
  const act = (action: 'extend' | 'intercept' | 'restart', days: number | undefined, said: string) =>
    verb.mutate({ action, days }, { onSuccess: () => toast(said), onError: (error) => toast.error(error.message) })
  const keep = (next: Influencer['pace']) => {
    if (next.posts_per_week === who.pace.posts_per_week && next.stories_per_day === who.pace.stories_per_day) return
    const before = who.pace
    change.mutate(
      { change: { pace: next }, rev: who.rev },
      {
        onSuccess: (after) =>
          toast(`${capital(perWeek(next.posts_per_week))}, ${perDay(next.stories_per_day)}`, {
            action: { label: 'Undo', onClick: () => change.mutate({ change: { pace: before }, rev: after.rev }, { onSuccess: () => setPace(before) }) },
          }),
        onError: (error) => {
          setPace(before)
          toast.error(error.message)
        },
      },
    )
  }
  return (
    <div className="flex flex-col gap-4">
      {growth.on ? (
        <>
          <Moons day={growth.day} days={growth.days} />
          <p className="text-soft">
            Day {growth.day} of {growth.days}. {capital(does(who.persona.pronouns, 'post'))} at a gentle pace and carries no sponsor
            {growth.ends_at ? ` until ${sayDay(dayOf(growth.ends_at, who.persona.timezone), 'short')}` : ' until it ends'}. Nothing is liked or answered for {who.persona.pronouns === 'they' ? 'them' : who.persona.pronouns === 'he' ? 'him' : 'her'}.
          </p>
        </>
      ) : (
        <>
          <Moons day={14} days={14} />
          <p className="text-soft">The warm-up is over. Posts go out at the pace below and sponsors may come in.</p>
        </>
      )}
      <div className="flex flex-wrap gap-2">
        {growth.on ? (
          <>
            <button type="button" className="button button-line button-small" disabled={verb.isPending} onClick={() => act('extend', 7, 'Warm-up is a week longer')}>
              A week longer
            </button>
            <button type="button" className="button button-line button-small" disabled={verb.isPending} onClick={() => act('intercept', undefined, 'Warm-up ended')}>
              End it now
            </button>
          </>
        ) : (
          <button type="button" className="button button-line button-small" disabled={verb.isPending} onClick={() => act('restart', 14, 'Warm-up started: fourteen days')}>
            Warm up again
          </button>
        )}
      </div>
      <GrowthSlider label="Reels" value={pace.posts_per_week} min={0.5} max={21} step={0.5} unit={perWeek} onChange={(posts_per_week) => setPace({ ...pace, posts_per_week })} onDone={(posts_per_week) => keep({ ...pace, posts_per_week })} disabled={change.isPending} />
      <GrowthSlider label="Stories" value={pace.stories_per_day} min={0} max={5} step={0.5} unit={perDay} onChange={(stories_per_day) => setPace({ ...pace, stories_per_day })} onDone={(stories_per_day) => keep({ ...pace, stories_per_day })} disabled={change.isPending} />
    </div>
  )
}
