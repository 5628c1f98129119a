import type { Schedule, ScheduleChange, ScheduleSeen, Video } from '@/api/types'

/** Whether a series runs, has its last post planned, is paused, or was ended for good. */
export type SeriesState = 'on' | 'filled' | 'paused' | 'ended'

export function stateOf(series: Pick<Schedule, 'active' | 'next_trigger'>): SeriesState {
  if (series.active) return series.next_trigger ? 'on' : 'filled'
  return series.next_trigger ? 'paused' : 'ended'
}

/** What the posts of a series are made from and when, as somebody edits it. */
export type SeriesDraft = { time: string; rule: string; title: string; words: string }
type Words = { title?: string; direction?: string; own_script?: string | null }

export const hasScript = (series: Pick<Schedule, 'words'>) => !!(series.words as Words | null)?.own_script

export function draftOf(series: Pick<Schedule, 'words' | 'dtstart_local' | 'recurrence_rule'>, video: Pick<Video, 'title' | 'direction'>): SeriesDraft {
  const words = (series.words ?? {}) as Words
  return {
    time: series.dtstart_local.slice(11, 16),
    rule: series.recurrence_rule ?? '',
    title: words.title ?? video.title,
    words: words.own_script || (words.direction ?? video.direction),
  }
}

/** Only what differs is sent, so that what nobody touched stays as the server has it. */
export function changesOf(before: SeriesDraft, after: SeriesDraft, script: boolean): ScheduleChange {
  return {
    ...(after.time !== before.time && { local_time: after.time }),
    ...(after.rule !== before.rule && { recurrence_rule: after.rule }),
    ...(after.title !== before.title && { title: after.title }),
    ...(after.words !== before.words && (script ? { script: after.words } : { direction: after.words })),
  }
}

type Place = Pick<Video, 'id' | 'series_id' | 'status' | 'occurrence_at' | 'scheduled_time'>

/** The occurrence from which on a change leaves what is made alone: this post if nobody has begun it, else the next such one. */
export function sinceFor(video: Place, list: readonly Place[]): string | undefined {
  const at = video.occurrence_at
  if (!at) return undefined
  if (video.status === 'pending') return at
  const later = list.filter((one) => one.series_id === video.series_id && one.status === 'pending' && one.occurrence_at && one.occurrence_at > at)
  return later.map((one) => one.occurrence_at as string).sort()[0]
}

/** The post of a changed series that stands where another one stood, or nearest to it. */
export function nearest<T extends Place>(list: readonly T[], series: string, at: string): T | undefined {
  const away = (one: T) => Math.abs(Date.parse(one.scheduled_time) - Date.parse(at))
  return list.filter((one) => one.series_id === series && one.status !== 'withdrawn').sort((a, b) => away(a) - away(b))[0]
}

/** The dates of a series that lie ahead and the post one looks at, in order; a skipped one as such. */
export function datesOf<T extends Place>(list: readonly T[], series: Pick<ScheduleSeen, 'id' | 'exdates'>, here: string, room: number): { video: T; skipped: boolean }[] {
  const left = new Set(series.exdates.map((moment) => Date.parse(moment)))
  const own = list
    .filter((one) => one.series_id === series.id)
    .map((video) => ({ video, skipped: video.status === 'withdrawn' && !!video.occurrence_at && left.has(Date.parse(video.occurrence_at)) }))
    .filter(({ video, skipped }) => skipped || video.status !== 'withdrawn')
    .sort((a, b) => a.video.scheduled_time.localeCompare(b.video.scheduled_time))
  const at = Math.max(0, own.findIndex(({ video }) => video.id === here) - 1)
  return own.slice(Math.max(0, Math.min(at, own.length - room)), Math.max(0, Math.min(at, own.length - room)) + room)
}
