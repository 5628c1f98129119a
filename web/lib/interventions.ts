import type { Difference } from '@/api/types'
import { sayDay } from './dates'

export type DayOfChanges = { day: string; rows: Difference[] }

/** Differences by day, in order; posts come first, for they are what others see. */
export function byDay(all: Difference[]): DayOfChanges[] {
  const days = new Map<string, Difference[]>()
  for (const one of all) days.set(one.day, [...(days.get(one.day) ?? []), one])
  const rank = (one: Difference) => (one.layer === 'post' ? 0 : 1)
  return [...days].sort(([a], [b]) => a.localeCompare(b)).map(([day, rows]) => ({ day, rows: rows.sort((a, b) => rank(a) - rank(b)) }))
}

/** A sentence with one part of it said in another way; all of it, when the part cannot be found. */
export function sayInstead(text: string, part: string, form: string): string {
  const at = part ? text.toLowerCase().indexOf(part.toLowerCase()) : -1
  return at < 0 ? form : text.slice(0, at) + form + text.slice(at + part.length)
}

/** When and what something was: '2026-12-15 08:30: Title' of a post becomes 'Tue 15 Dec 08:30: Title'. */
export function sayState(text: string): string {
  return text.replace(/^(\d{4}-\d{2}-\d{2}) /, (_, day: string) => `${sayDay(day)} `).replace(/_/g, ' ')
}

const DAWN = 4 * 60
const DAY = 24 * 60

/** Minutes of a life day as a clock; a day runs on past midnight until four. */
export function wall(minutes: number): string {
  return `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** The minute of a life day that a clock shows, on the grid of five minutes; none when it shows no time. */
export function minuteOf(clock: string): number | undefined {
  const [hour, minute] = clock.split(':').map(Number)
  if (hour === undefined || minute === undefined || Number.isNaN(hour + minute)) return undefined
  const at = hour * 60 + minute - (minute % 5)
  return at < DAWN ? at + DAY : at
}
