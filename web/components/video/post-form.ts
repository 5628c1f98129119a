import type { Influencer, Kind, ScheduleBody, Script } from '@/api/types'
import { once } from '@/api/client'
import { dayOf, timeOf } from '@/lib/dates'
import { type Repeat, write } from '@/lib/rrule'

/** Everything somebody types to make a post. */
export type Post = {
  kind: Kind
  writer: 'ai' | 'own'
  direction: string
  own: string
  script: Script | null
  seed: string
  sponsor: string
  cta: string
  tags: string[]
  day: string
  time: string
  repeat: Repeat | null
}

export function emptyPost(who: Influencer, now: number, day?: string): Post {
  const zone = who.persona.timezone
  const soon = new Date(Math.ceil((now + 3_600_000) / 1_800_000) * 1_800_000).toISOString()
  return {
    kind: 'reel', writer: 'ai', direction: '', own: '', script: null, seed: once(), sponsor: '', cta: '', tags: [],
    day: day && day > dayOf(now, zone) ? day : dayOf(soon, zone),
    time: day && day > dayOf(now, zone) ? '18:00' : timeOf(soon, zone),
    repeat: null,
  }
}

/** What is missing before it can be sent, or nothing. */
export function missing(post: Post): { field: 'direction' | 'own' | 'when'; message: string } | undefined {
  if (post.writer === 'ai' && post.direction.trim().length < 3) return { field: 'direction', message: 'Say in a sentence what happens.' }
  if (post.writer === 'own' && !post.own.trim()) return { field: 'own', message: 'Write the script, or let AI write it.' }
  if (!post.day || !post.time) return { field: 'when', message: 'Pick a day and a time.' }
  return undefined
}

export function toBody(post: Post, who: Influencer, at: 'chosen' | 'now', now: number): ScheduleBody {
  const zone = who.persona.timezone
  const time = at === 'now' ? { scheduled_time: new Date(now).toISOString() } : { local_time: `${post.day}T${post.time}`, timezone: zone }
  return {
    influencer_id: who.id,
    kind: post.kind,
    direction: post.direction.trim(),
    ...time,
    script: post.writer === 'own' ? post.own : undefined,
    recurrence_rule: at === 'chosen' && post.repeat ? write(post.repeat) : undefined,
    sponsor_id: post.sponsor || undefined,
    tags: post.tags,
    cta: post.cta.trim() || undefined,
  }
}
