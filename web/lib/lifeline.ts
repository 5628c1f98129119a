import type { Life, LifeItem, LifePost, Preview, Video } from '@/api/types'
import { addDays, dayOf, daysBetween } from './dates'

export const lanes = ['Body', 'Work', 'Home', 'People', 'Sponsor'] as const
export type Lane = (typeof lanes)[number]

const LANE_OF: Record<string, Lane> = {
  sport: 'Body', care: 'Body', health: 'Body',
  work: 'Work', education: 'Work', study: 'Work',
  home: 'Home', cook: 'Home', eat: 'Home', leisure: 'Home', shop: 'Home', sleep: 'Home',
  social: 'People', phone: 'People', travel: 'People',
}

/** Chores and rest fill most hours of anybody's day; what makes a day is the rest. */
const TELLING: Record<string, number> = { sport: 6, social: 4, shop: 2, leisure: 2, education: 1.5, work: 1, cook: 1, travel: 0.5, home: 0.3, eat: 0.2, care: 0.2, sleep: 0 }

export function laneOf(category: string): Lane {
  return LANE_OF[category.toLowerCase()] ?? 'Home'
}

function weight(item: Hour): number {
  return (item.end - item.start) * (TELLING[item.category.toLowerCase()] ?? 0.5)
}

type Hour = Pick<LifeItem, 'id' | 'day' | 'category' | 'start' | 'end'>
type Telling = Pick<LifePost, 'item_id' | 'medium' | 'at'>
/** As much of a life as its line needs. */
export type Days = { items: readonly Hour[]; posts: readonly Telling[] }
export type Dot = { day: string; index: number; lane: Lane; videos: Video[] }

/** One dot a day: the lane of the day's first post, or of what took most of a day without one. */
export function dots(life: Days, videos: readonly Video[], from: string, count: number, zone: string): Dot[] {
  const byItem = new Map(life.items.map((item) => [item.id, item]))
  return Array.from({ length: count }, (_, index) => {
    const day = addDays(from, index)
    const films = videos.filter((one) => one.status !== 'withdrawn' && dayOf(one.scheduled_time, zone) === day)
    const posts = life.posts.filter((post) => dayOf(post.at, zone) === day)
    const lead = posts.find((post) => post.medium === 'reel') ?? posts[0]
    const busiest = life.items.filter((item) => item.day === day && item.category !== 'sleep').sort((a, b) => weight(b) - weight(a))[0]
    const item = (lead && byItem.get(lead.item_id)) ?? busiest
    const sponsored = films.some((one) => one.sponsor_id)
    return { day, index, lane: sponsored ? 'Sponsor' : item ? laneOf(item.category) : 'Home', videos: films }
  })
}

export type Point = { x: number; y: number }

/** A smooth line through points from left to right: level at each of them, so it never overshoots a lane. */
export function path(points: readonly Point[]): string {
  return points
    .map((point, n) => {
      const before = points[n - 1]
      if (!before) return `M${point.x} ${point.y}`
      const middle = (before.x + point.x) / 2
      return `C${middle} ${before.y} ${middle} ${point.y} ${point.x} ${point.y}`
    })
    .join('')
}

/** The path that was and the path that will be; both hold today, so they meet. */
export function split(points: readonly Point[], today: number): { past: Point[]; future: Point[] } {
  return { past: points.slice(0, Math.max(0, today + 1)), future: points.slice(Math.max(0, today)) }
}

/** A life with the days of a preview in place of its own. */
export function withPreview(life: Life, seen: Preview): Days {
  const changed = new Set(seen.days.map((one) => one.day))
  const gone = new Set(life.items.filter((item) => changed.has(item.day)).map((item) => item.id))
  return {
    items: [...life.items.filter((item) => !changed.has(item.day)), ...seen.days.flatMap(({ day, items }) => items.map((item) => ({ ...item, day })))],
    posts: [...life.posts.filter((post) => !gone.has(post.item_id)), ...seen.days.flatMap(({ posts }) => posts)],
  }
}

/** Where two paths part: runs of days with other lanes, each with the day before and the day after it, where they meet. */
export function partings(one: readonly Dot[], other: readonly Dot[]): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = []
  one.forEach((dot, n) => {
    if (other[n]?.lane === dot.lane) return
    const run = runs.at(-1)
    if (run && run.last >= n) run.last = Math.min(n + 1, one.length - 1)
    else runs.push({ first: Math.max(0, n - 1), last: Math.min(n + 1, one.length - 1) })
  })
  return runs
}

/** The thirty days a lifeline shows: a third behind today, unless her life is younger than that. */
export function windowOf(born: string, today: string, count = 30): { from: string; to: string; today: number } {
  const behind = Math.min(10, Math.max(0, daysBetween(born, today)))
  const from = addDays(today, -behind)
  return { from, to: addDays(from, count - 1), today: behind }
}
