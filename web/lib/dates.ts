/** Moments and wall clocks. A day is 'YYYY-MM-DD', a time of day 'HH:MM', a moment an ISO string in UTC. */
const MINUTE = 60_000
const DAY = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

function parts(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })
    formats.set(zone, format)
  }
  return format
}

/** The wall clock of a zone at a moment, as if it were UTC milliseconds. */
function wall(at: number, zone: string): number {
  const read: Record<string, number> = {}
  for (const { type, value } of parts(zone).formatToParts(at)) if (type !== 'literal') read[type] = Number(value)
  return Date.UTC(read.year ?? 0, (read.month ?? 1) - 1, read.day, read.hour, read.minute)
}

function offset(at: number, zone: string): number {
  return wall(at, zone) - Math.floor(at / MINUTE) * MINUTE
}

/** The day on the wall of a zone. */
export function dayOf(iso: string | number, zone: string): string {
  return new Date(wall(new Date(iso).getTime(), zone)).toISOString().slice(0, 10)
}

/** The time of day on the wall of a zone. */
export function timeOf(iso: string | number, zone: string): string {
  return new Date(wall(new Date(iso).getTime(), zone)).toISOString().slice(11, 16)
}

/** The moment a wall clock shows day and time. A time the clocks skip becomes the first one after; of a doubled one, the first. */
export function moment(day: string, time: string, zone: string): string {
  const face = Date.parse(`${day}T${time}:00Z`)
  const before = offset(face - DAY, zone)
  const after = offset(face + DAY, zone)
  const first = face - before
  if (offset(first, zone) === before) return new Date(first).toISOString()
  const second = face - after
  return new Date(offset(second, zone) === after ? second : firstAfter(second, first, before, zone)).toISOString()
}

/** The minute between two moments at which the clocks are put forward. */
function firstAfter(early: number, late: number, before: number, zone: string): number {
  let [low, high] = [early, late]
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE
    if (offset(middle, zone) === before) low = middle
    else high = middle
  }
  return high
}

/** What the clocks do to a time of that day, in a sentence; nothing on any other day. */
export function clockNote(day: string, time: string, zone: string): string | undefined {
  const at = moment(day, time, zone)
  const there = timeOf(at, zone)
  if (there !== time) return `The clocks go forward that day and skip ${time}: it goes out at ${there}.`
  const face = Date.parse(`${day}T${time}:00Z`)
  const again = new Date(face - offset(face + DAY, zone)).toISOString()
  if (again !== at && dayOf(again, zone) === day && timeOf(again, zone) === time) return `The clocks go back that day and ${time} comes twice: it goes out the first time.`
  return undefined
}

/** Whether the clocks change on that day, so that a badge can say it. */
export function clocksChange(day: string, zone: string): boolean {
  const noon = Date.parse(`${day}T12:00:00Z`)
  return offset(noon - DAY / 2, zone) !== offset(noon + DAY / 2, zone)
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10)
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)
}

/** Words for a day: '23 Nov', 'Mon 23 Nov', 'Monday 23 November'. */
export function sayDay(day: string, style: 'short' | 'medium' | 'long' = 'medium'): string {
  const options: Record<typeof style, Intl.DateTimeFormatOptions> = {
    short: { day: 'numeric', month: 'short' },
    medium: { weekday: 'short', day: 'numeric', month: 'short' },
    long: { weekday: 'long', day: 'numeric', month: 'long' },
  }
  return new Intl.DateTimeFormat('en-GB', { ...options[style], timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`))
}

export function sayMonth(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`))
}

/** '23 November 2026', where the year matters. */
export function sayDate(iso: string, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone }).format(new Date(iso))
}

export function viewerZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** 'Today 18:30', 'Tomorrow 09:00' or 'Mon 23 Nov 18:30', on the wall of a zone. */
export function sayMoment(iso: string, zone: string, now: number = Date.now()): string {
  const day = dayOf(iso, zone)
  const away = daysBetween(dayOf(now, zone), day)
  const name = away === 0 ? 'Today' : away === 1 ? 'Tomorrow' : away === -1 ? 'Yesterday' : sayDay(day)
  return `${name} ${timeOf(iso, zone)}`
}

/** The same moment for whoever looks, with the name of their zone. */
export function sayForViewer(iso: string, zone: string = viewerZone()): string {
  return `${sayDay(dayOf(iso, zone))} ${timeOf(iso, zone)}, ${zone.replace(/_/g, ' ')}`
}

/** 'Europe/Berlin' as 'Berlin'. */
export function sayZone(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replace(/_/g, ' ')
}
