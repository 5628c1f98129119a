import { describe, expect, test } from 'vitest'
import type { Life, LifeItem, LifePost, Preview, Video } from '@/api/types'
import { type Dot, dots, laneOf, partings, path, split, windowOf, withPreview } from './lifeline'

const item = (id: string, category: string, day: string, hours: number): LifeItem => ({
  id, day, kind: category, category, place: 'home', city: 'berlin', who: [], pinned: false, title: '', line: '', start: 480, end: 480 + hours * 60,
})
const post = (item_id: string, at: string): LifePost => ({ id: `p-${item_id}`, item_id, medium: 'reel', at, title: 't', direction: '', scene: '', light: '', video_id: null })
const life = (items: LifeItem[], posts: LifePost[] = []): Life => ({ from: '', to: '', items, posts, violations: [] })

describe('the lifeline', () => {
  test('a day with a post lies in the lane of what the post shows', () => {
    const days = dots(life([item('a', 'work', '2026-11-23', 8), item('b', 'social', '2026-11-23', 1)], [post('b', '2026-11-23T18:00:00Z')]), [], '2026-11-23', 1, 'Europe/Berlin')
    expect(days.map((one) => one.lane)).toEqual(['People'])
  })
  test('an hour of sport says more about a day than six of sleep or two of chores', () => {
    const days = dots(life([item('a', 'sleep', '2026-11-23', 6), item('b', 'home', '2026-11-23', 2), item('c', 'sport', '2026-11-23', 1)]), [], '2026-11-23', 1, 'Europe/Berlin')
    expect(days.map((one) => one.lane)).toEqual(['Body'])
  })
  test('a sponsored film draws its day into the last lane', () => {
    const film = { scheduled_time: '2026-11-23T23:30:00Z', status: 'pending', sponsor_id: 's' } as Video
    expect(dots(life([]), [film], '2026-11-23', 2, 'Europe/Berlin').map((one) => one.lane)).toEqual(['Home', 'Sponsor'])
  })
  test('an unknown category is at home', () => expect(laneOf('gardening')).toBe('Home'))
  test('the path starts with a move and curves once for each next point', () => {
    const line = path([{ x: 0, y: 0 }, { x: 10, y: 20 }, { x: 20, y: 20 }])
    expect(line).toBe('M0 0C5 0 5 20 10 20C15 20 15 20 20 20')
  })
  test('past and future meet in today', () => {
    const points = [0, 1, 2, 3].map((x) => ({ x, y: 0 }))
    const { past, future } = split(points, 2)
    expect(past.at(-1)).toEqual(future[0])
    expect(past.length + future.length).toBe(points.length + 1)
  })
  test('a young life starts at its first day, an old one shows ten days back', () => {
    expect(windowOf('2026-11-20', '2026-11-23')).toEqual({ from: '2026-11-20', to: '2026-12-19', today: 3 })
    expect(windowOf('2026-01-01', '2026-11-23')).toEqual({ from: '2026-11-13', to: '2026-12-12', today: 10 })
  })
  test('two paths part from the last day they share to the next one', () => {
    const days = (lanes: string) => [...lanes].map((lane, index) => ({ index, lane }) as unknown as Dot)
    expect(partings(days('aaabbaac'), days('aaaaaaaa'))).toEqual([{ first: 2, last: 5 }, { first: 6, last: 7 }])
    expect(partings(days('baa'), days('aab'))).toEqual([{ first: 0, last: 1 }, { first: 1, last: 2 }])
    expect(partings(days('abc'), days('abc'))).toEqual([])
  })
  test('a preview takes the place of the days it changes, and of the posts that told of them', () => {
    const before = life([item('a', 'work', '2026-11-23', 8), item('b', 'sport', '2026-11-24', 1)], [post('b', '2026-11-24T18:00:00Z')])
    const seen = { days: [{ day: '2026-11-24', items: [{ id: 'c', category: 'social', start: 600, end: 660 }], posts: [{ item_id: 'c', medium: 'reel', at: '2026-11-24T19:00:00Z' }] }] } as Partial<Preview> as Preview
    expect(dots(withPreview(before, seen), [], '2026-11-23', 2, 'Europe/Berlin').map((one) => one.lane)).toEqual(['Work', 'People'])
    expect(withPreview(before, seen).posts.map((one) => one.item_id)).toEqual(['c'])
  })
})
