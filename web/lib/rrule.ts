import { sayDate } from './dates'
import { count } from './words'

/** The few recurrence rules the pages offer, written and read as RFC 5545 text. Other rules are shown as they are. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]
const NAMES: Record<Weekday, string> = { MO: 'Mon', TU: 'Tue', WE: 'Wed', TH: 'Thu', FR: 'Fri', SA: 'Sat', SU: 'Sun' }

export type Repeat = { every: 'day' | 'week' | 'month'; interval: number; days: Weekday[]; times: number | null; until?: string }

const FREQ = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY' } as const

export function write(repeat: Repeat): string {
  const parts = [`FREQ=${FREQ[repeat.every]}`]
  if (repeat.interval > 1) parts.push(`INTERVAL=${repeat.interval}`)
  if (repeat.every === 'week' && repeat.days.length) parts.push(`BYDAY=${weekdays.filter((day) => repeat.days.includes(day)).join(',')}`)
  if (repeat.times) parts.push(`COUNT=${repeat.times}`)
  else if (repeat.until) parts.push(`UNTIL=${repeat.until}`)
  return parts.join(';')
}

export function read(rule: string): Repeat | undefined {
  const parts = new Map(rule.replace(/^RRULE:/, '').split(';').map((part) => part.split('=') as [string, string]))
  const every = (Object.keys(FREQ) as (keyof typeof FREQ)[]).find((key) => FREQ[key] === parts.get('FREQ'))
  const known = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'COUNT', 'UNTIL'])
  if (!every || [...parts.keys()].some((key) => !known.has(key))) return undefined
  const days = (parts.get('BYDAY') ?? '').split(',').filter(Boolean)
  if (days.some((day) => !(weekdays as readonly string[]).includes(day))) return undefined
  const until = parts.get('UNTIL')
  if (until !== undefined && !/^\d{8}(T\d{6}Z?)?$/.test(until)) return undefined
  return { every, interval: Number(parts.get('INTERVAL') ?? 1), days: days as Weekday[], times: parts.has('COUNT') ? Number(parts.get('COUNT')) : null, ...(until ? { until } : {}) }
}

const dayIn = (until: string) => `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`

/** 'every 2 weeks on Mon and Thu, 8 times'. */
export function say(rule: string): string {
  const repeat = read(rule)
  if (!repeat) return rule
  const pace = repeat.interval > 1 ? `every ${repeat.interval} ${repeat.every}s` : `every ${repeat.every}`
  const names = weekdays.filter((day) => repeat.days.includes(day)).map((day) => NAMES[day])
  const on = names.length ? ` on ${names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names[0]}` : ''
  return `${pace}${on}${repeat.times ? `, ${count(repeat.times, 'time')}` : repeat.until ? `, until ${sayDate(dayIn(repeat.until), 'UTC')}` : ''}`
}
