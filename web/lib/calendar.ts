import type { Video } from '@/api/types'
import { addDays, dayOf, moment, timeOf } from './dates'

export type View = 'month' | 'week' | 'day' | 'list'

/** The Monday of a day's week. */
export function monday(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}

export function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`
}

function lastOfMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** How far the present month looks ahead, so that near the end of one the plan is not a page away. */
const AHEAD = 21

/** The weeks a month needs, Monday first: four, five or six rows of seven days; of the present month, some more. */
export function monthGrid(day: string, today?: string): string[][] {
  const weeks: string[][] = []
  const ahead = today?.slice(0, 7) === day.slice(0, 7) ? addDays(today, AHEAD) : day
  const last = [lastOfMonth(day), ahead].sort().at(-1) ?? day
  for (let start = monday(firstOfMonth(day)); start <= last; start = addDays(start, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, n) => addDays(start, n)))
  }
  return weeks
}

/** The days a view shows, first and last included. */
export function span(view: View, day: string, today?: string): { from: string; to: string } {
  if (view === 'day') return { from: day, to: day }
  if (view === 'week') return { from: monday(day), to: addDays(monday(day), 6) }
  if (view === 'list') return { from: day, to: addDays(day, 29) }
  const weeks = monthGrid(day, today)
  return { from: weeks[0]?.[0] ?? day, to: weeks.at(-1)?.[6] ?? day }
}

/** The day a press of "earlier" (-1) or "later" (1) leads to. */
export function turn(view: View, day: string, way: -1 | 1): string {
  if (view === 'day') return addDays(day, way)
  if (view === 'week') return addDays(day, 7 * way)
  if (view === 'list') return addDays(day, 30 * way)
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + way, 1)).toISOString().slice(0, 10)
}

/** Videos by the day on their own wall clock, each day in order of time. */
export function byDay(videos: readonly Video[]): Map<string, Video[]> {
  const days = new Map<string, Video[]>()
  for (const video of [...videos].sort((a, b) => a.scheduled_time.localeCompare(b.scheduled_time))) {
    const day = dayOf(video.scheduled_time, video.timezone)
    const list = days.get(day)
    if (list) list.push(video)
    else days.set(day, [video])
  }
  return days
}

/** The moment a video gets on another day: the time of day on its own wall clock stays. */
export function movedTo(video: Pick<Video, 'scheduled_time' | 'timezone'>, day: string, time?: string): string {
  return moment(day, time ?? timeOf(video.scheduled_time, video.timezone), video.timezone)
}

/** Why a video cannot be moved, or nothing. */
export function frozen(video: Pick<Video, 'status' | 'stage'> & Partial<Pick<Video, 'failure'>>): string | undefined {
  if (video.status === 'posted') return 'It is already posted. The past does not move.'
  if (video.status === 'processing') return video.stage === 'publish' ? 'It is being posted right now.' : 'It is being made right now. Wait until it is ready, then move it.'
  if (video.status === 'withdrawn') return 'It was taken out.'
  if (video.status === 'failed' && video.failure?.reached_platform === 'unknown') return 'Nobody knows whether it is out. Look at the account first, and say what you see.'
  return undefined
}

/** How many of a day's entries fit, so that "+N more" never stands for a single one. */
export function cap<T>(list: readonly T[], room: number): { shown: T[]; more: number } {
  if (list.length <= room) return { shown: [...list], more: 0 }
  return { shown: list.slice(0, room - 1), more: list.length - room + 1 }
}
