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
