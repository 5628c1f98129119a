import { expect, test } from 'vitest'
import type { Difference } from '@/api/types'
import { byDay, minuteOf, sayInstead, sayState, wall } from './interventions'

const one = (day: string, layer: Difference['layer'], id: string): Difference => ({ day, layer, id, verb: 'moved', title: id, cause: 'She is away.', before: null, after: null })

test('differences come by day, posts first', () => {
  const days = byDay([one('2026-12-16', 'item', 'c'), one('2026-12-15', 'item', 'a'), one('2026-12-15', 'post', 'b')])
  expect(days.map(({ day, rows }) => [day, rows.map(({ id }) => id)])).toEqual([['2026-12-15', ['b', 'a']], ['2026-12-16', ['c']]])
})

test('a part of a sentence is said in another way', () => {
  expect(sayInstead('She flies to the moon and breaks her ankle on the 20th', 'she flies to the moon', 'she moves to Lisbon')).toBe('she moves to Lisbon and breaks her ankle on the 20th')
  expect(sayInstead('something else', 'not in it', 'she gives up running')).toBe('she gives up running')
})

test('the day of a post is said in words', () => {
  expect(sayState('2026-12-15 08:30: A walk')).toBe('Tue 15 Dec 08:30: A walk')
  expect(sayState('08:00 to 09:00, living_room in Lisbon')).toBe('08:00 to 09:00, living room in Lisbon')
})

test('a clock after midnight is late on the same life day', () => {
  expect([minuteOf('08:03'), minuteOf('03:55'), minuteOf('04:00'), minuteOf('')]).toEqual([480, 1675, 240, undefined])
  expect([wall(480), wall(1675), wall(240)]).toEqual(['08:00', '03:55', '04:00'])
})
