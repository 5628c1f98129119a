'use client'
import type { ReactNode } from 'react'
import { useSponsors } from '@/api/sponsors'
import type { Influencer } from '@/api/types'
import { ClockNote } from '@/components/ui/clock-note'
import { Field } from '@/components/ui/field'
import { Tags } from '@/components/ui/tags'
import { clockNote, moment, sayForViewer, sayZone } from '@/lib/dates'
import type { Post } from './post-form'
import { RepeatForm } from './repeat-form'

type Props = { post: Post; who: Influencer; onChange: (change: Partial<Post>) => void; errors: Partial<Record<'when' | 'tags' | 'sponsor', string>>; children: ReactNode }

/** When it goes out and what goes with it: the same for a script by AI and one by hand, which stands where the children are. */
export function ScheduleForm({ post, who, onChange, errors, children }: Props) {
  const sponsors = useSponsors()
  const zone = who.persona.timezone
  const note = post.day && post.time ? clockNote(post.day, post.time, zone) : undefined
  const chosen = sponsors.data?.find((one) => one.id === post.sponsor)
  return (
    <div className="flex flex-col gap-7">
      <fieldset className="grid grid-cols-2 gap-2">
        <legend className="mb-1.5 font-medium">What is it?</legend>
        {(['reel', 'story'] as const).map((kind) => (
          <label key={kind} className="choice flex-col p-3">
            <input type="radio" name="kind" className="sr-only" checked={post.kind === kind} onChange={() => onChange({ kind, script: null })} />
            <span className="font-medium">{kind === 'reel' ? 'Reel' : 'Story'}</span>
            <span className="text-[13px] text-soft">{kind === 'reel' ? 'A film, upright, with sound.' : 'One picture, for a day.'}</span>
          </label>
        ))}
      </fieldset>
      {children}
      <section className="flex flex-col gap-4" aria-label="When">
        <RepeatForm value={post.repeat} onChange={(repeat) => onChange({ repeat })} />
        <div className="grid grid-cols-2 gap-3">
          <Field label={post.repeat ? 'First day' : 'Day'} error={errors.when}>
            {(slot) => <input {...slot} type="date" className="input" value={post.day} onChange={(event) => onChange({ day: event.target.value })} />}
          </Field>
          <Field label="Time">{(slot) => <input {...slot} type="time" className="input" value={post.time} onChange={(event) => onChange({ time: event.target.value })} />}</Field>
        </div>
        {post.day && post.time && (
          <p className="text-[13px] text-soft">
            On the clock of {sayZone(zone)}. For you: {sayForViewer(moment(post.day, post.time, zone))}.
          </p>
        )}
        {note && <ClockNote>{note}</ClockNote>}
      </section>
      <section className="flex flex-col gap-4" aria-label="Extras">
        <Field label="Sponsor" hint={post.sponsor ? 'The post is labelled as a paid partnership on the platform, in the caption and on screen.' : 'Not needed. It can be added later too.'} error={errors.sponsor}>
          {(slot) => (
            <select {...slot} className="input" value={post.sponsor} onChange={(event) => onChange({ sponsor: event.target.value, script: null })}>
              <option value="">None</option>
              {sponsors.data?.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.company}
                </option>
              ))}
            </select>
          )}
        </Field>
        {post.sponsor && (
          <Field label="What people should do" hint="The call to action.">
            {(slot) => <input {...slot} className="input" value={post.cta} onChange={(event) => onChange({ cta: event.target.value })} placeholder={chosen?.product_info.cta || 'Link in bio'} />}
          </Field>
        )}
        <Field label="Tags" hint="For finding it again, and as hashtags." error={errors.tags}>
          {(slot) => <Tags id={slot.id} label="Tags" value={post.tags} onChange={(tags) => onChange({ tags })} placeholder="strength, night shift" />}
        </Field>
      </section>
    </div>
  )
}
