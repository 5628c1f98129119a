'use client'
import { type FormEvent, useState } from 'react'
import { Problem } from '@/api/client'
import { useChangeSeries } from '@/api/series'
import type { ScheduleSeen, Video } from '@/api/types'
import { useVideos } from '@/api/videos'
import { Field } from '@/components/ui/field'
import { FormFoot } from '@/components/ui/form-foot'
import { dayOf, sayDay, sayZone } from '@/lib/dates'
import { say } from '@/lib/rrule'
import { changesOf, draftOf, hasScript, sinceFor } from '@/lib/series'
import { OnlyThis } from './only-this'
import { RuleField } from './rule-field'
import { type Scope, ScopeChoice } from './scope-choice'
import { seriesSpan } from './series-span'

type Props = { series: ScheduleSeen; video: Video; onOne: (form: 'move' | 'edit') => void; onDone: () => void; onKept: (next: string | undefined, said: string) => void }

/** Time of day, rule and words of a series, for the rest of it or for all of it. */
export function SeriesForm({ series, video, onOne, onDone, onKept }: Props) {
  const [span] = useState(() => seriesSpan(video))
  const [before] = useState(() => draftOf(series, video))
  const [draft, setDraft] = useState(before)
  const [asked, setScope] = useState<Scope>('following')
  const change = useChangeSeries()
  const since = sinceFor(video, useVideos(span.from, span.to, series.influencer_id).data ?? [])
  const scope = asked === 'following' && !since ? 'all' : asked
  const from = since && sayDay(dayOf(since, series.timezone))
  const script = hasScript(series)
  const wanted = changesOf(before, draft, script)
  const problem = change.error instanceof Problem ? change.error : undefined
  const put = (next: Partial<typeof draft>) => setDraft({ ...draft, ...next })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!Object.keys(wanted).length) return onDone()
    change.mutate({
      series,
      change: { ...wanted, ...(scope === 'following' ? { since } : {}) },
      video,
      onDone: (kept, next) => onKept(next, `${scope === 'following' ? `Changed from ${from} on` : 'All of it changed'}: ${say(kept.recurrence_rule ?? '')} at ${kept.dtstart_local.slice(11, 16)}.`),
    })
  }
  return (
    <form onSubmit={send} aria-label="Change the series" className="flex flex-col gap-4 border-t border-line bg-sunk p-4">
      <ScopeChoice value={scope} onChange={setScope} from={from} here={since === video.occurrence_at} />
      {scope === 'one' ? (
        <OnlyThis video={video} onOne={onOne} />
      ) : (
        <>
          <Field label="Time" hint={`On the clock of ${sayZone(series.timezone)}, all year.`} error={problem?.field('local_time')}>
            {(slot) => <input {...slot} type="time" className="input !w-36" value={draft.time} required onChange={(event) => put({ time: event.target.value })} />}
          </Field>
          <RuleField rule={draft.rule} onChange={(rule) => put({ rule })} error={problem?.field('recurrence_rule') ?? problem?.field('since')} fresh={scope === 'following'} />
          <Field label="Title" error={problem?.field('title')}>
            {(slot) => <input {...slot} className="input" value={draft.title} required maxLength={120} onChange={(event) => put({ title: event.target.value })} />}
          </Field>
          <Field label={script ? 'Your script' : 'Direction'} hint={script ? undefined : 'Each post is written anew from this.'} error={problem?.field('direction') ?? problem?.field('script')}>
            {(slot) => <textarea {...slot} className="input" rows={4} value={draft.words} onChange={(event) => put({ words: event.target.value })} />}
          </Field>
          <p className="text-[13px] text-soft">Posts nobody has begun are planned anew, and lose what you changed on one of them alone. What is made stays as it is, at its hour.</p>
          {change.error && problem?.beside('local_time', 'recurrence_rule', 'since', 'title', 'direction', 'script') !== undefined && (
            <p role="alert" className="text-bad">
              {problem?.beside('local_time', 'recurrence_rule', 'since', 'title', 'direction', 'script') ?? change.error.message}
            </p>
          )}
        </>
      )}
      <FormFoot busy={change.isPending} onLeave={onDone}>
        {scope !== 'one' && (change.isPending ? 'Planning anew…' : 'Keep')}
      </FormFoot>
    </form>
  )
}
