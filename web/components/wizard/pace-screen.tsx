'use client'
import { GrowthSlider, perDay, perWeek } from '@/components/growth-slider'
import { Moons } from '@/components/ui/moon'
import { RepeatForm } from '@/components/video/repeat-form'
import { read, write } from '@/lib/rrule'
import { count } from '@/lib/words'
import type { ScreenProps } from './screen-props'

const approvals = [
  ['ask', 'Ask me first', 'Nothing reaches a real account before you said yes.'],
  ['auto', 'Post by itself', 'Every finished post goes out at its hour.'],
] as const

export function PaceScreen({ doc, change }: ScreenProps) {
  const { pace, growth } = doc
  const rule = pace.rrule ? read(pace.rrule) : undefined
  return (
    <div className="flex flex-col gap-7">
      <section className="card flex flex-col gap-5 p-5">
        <GrowthSlider label="Reels" value={pace.posts_per_week} min={0.5} max={21} step={0.5} unit={perWeek} disabled={!!pace.rrule} onChange={(posts_per_week) => change((before) => ({ ...before, pace: { ...before.pace, posts_per_week } }))} />
        <GrowthSlider label="Stories" value={pace.stories_per_day} min={0} max={5} step={0.5} unit={perDay} onChange={(stories_per_day) => change((before) => ({ ...before, pace: { ...before.pace, stories_per_day } }))} />
        {doc.mode === 'company' && (
          <RepeatForm name="pace" words={['As many as above', 'On fixed days']} endless value={rule ?? null} onChange={(repeat) => change((before) => ({ ...before, pace: { ...before.pace, rrule: repeat ? write({ ...repeat, times: null }) : null } }))} />
        )}
      </section>
      <section className="card flex flex-col gap-4 p-5">
        <label className="flex items-center justify-between gap-4">
          <span>
            <span className="display block text-[22px] font-semibold">Warm-up</span>
            <span className="text-soft">Fewer posts at first and no sponsor inside it. It has nothing to do with advertising.</span>
          </span>
          <input type="checkbox" className="size-6 shrink-0 accent-(--ink)" checked={growth.on} onChange={(event) => change((before) => ({ ...before, growth: { ...before.growth, on: event.target.checked } }))} />
        </label>
        {growth.on && (
          <>
            <Moons day={growth.days} days={60} />
            <GrowthSlider label="How long" value={growth.days} min={3} max={60} step={1} unit={(days) => count(days, 'day')} onChange={(days) => change((before) => ({ ...before, growth: { ...before.growth, days } }))} />
          </>
        )}
      </section>
      <fieldset className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        <legend className="mb-2 font-medium">Before a post goes out</legend>
        {approvals.map(([key, name, text]) => (
          <label key={key} className="choice flex-col gap-1 p-4">
            <input type="radio" name="approval" className="sr-only" checked={doc.approval === key} onChange={() => change((before) => ({ ...before, approval: key }))} />
            <span className="font-medium">{name}</span>
            <span className="text-[14px] text-soft">{text}</span>
          </label>
        ))}
      </fieldset>
    </div>
  )
}
