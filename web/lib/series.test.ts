import { describe, expect, test } from 'vitest'
import { changesOf, datesOf, draftOf, nearest, sinceFor, stateOf } from './series'

const post = (id: string, day: number, status: 'pending' | 'ready' | 'posted' | 'withdrawn' = 'pending', series_id = 's') => {
  const at = `2027-03-${day}T08:00:00Z`
  return { id, series_id, status, occurrence_at: at, scheduled_time: at }
}

describe('series', () => {
  test('a series is on, filled to its end, paused or ended', () => {
    const at = '2027-03-01T00:00:00Z'
    expect([true, false].flatMap((active) => [at, null].map((next_trigger) => stateOf({ active, next_trigger })))).toEqual(['on', 'filled', 'paused', 'ended'])
  })
  test('only what was touched is sent, words by the name they have', () => {
    const before = { time: '09:00', rule: 'FREQ=DAILY', title: 'Soup', words: 'She cooks' }
    expect(changesOf(before, { ...before }, false)).toEqual({})
    expect(changesOf(before, { ...before, time: '10:00', words: 'She eats' }, false)).toEqual({ local_time: '10:00', direction: 'She eats' })
    expect(changesOf(before, { ...before, rule: 'FREQ=WEEKLY', title: 'Stew', words: 'Hello.' }, true)).toEqual({ recurrence_rule: 'FREQ=WEEKLY', title: 'Stew', script: 'Hello.' })
  })
  test('a draft takes the words of the series, and of the post where the series has none', () => {
    const video = { title: 'Only today', direction: 'Her birthday' }
    const when = { dtstart_local: '2027-03-01T09:05:00', recurrence_rule: 'FREQ=DAILY' }
    expect(draftOf({ ...when, words: { title: 'Soup', direction: 'She cooks', own_script: null } }, video)).toEqual({ time: '09:05', rule: 'FREQ=DAILY', title: 'Soup', words: 'She cooks' })
    expect(draftOf({ ...when, words: null }, video)).toEqual({ time: '09:05', rule: 'FREQ=DAILY', title: 'Only today', words: 'Her birthday' })
  })
  test('a change from here on begins with the first post that nobody has begun', () => {
    const list = [post('a', 10, 'posted'), post('b', 11, 'ready'), post('x', 11, 'pending', 'other'), post('c', 12), post('d', 13)]
    const since = (id: string) => sinceFor(list.find((one) => one.id === id) ?? post('?', 1), list)
    expect([since('a'), since('b'), since('c'), since('d')]).toEqual(['2027-03-12T08:00:00Z', '2027-03-12T08:00:00Z', '2027-03-12T08:00:00Z', '2027-03-13T08:00:00Z'])
    expect(sinceFor(post('e', 14, 'posted'), list)).toBe(undefined)
  })
  test('after a change the post nearest to the old one is opened', () => {
    const list = [post('a', 10), post('b', 12), post('c', 11, 'withdrawn'), post('d', 11, 'pending', 'other')]
    expect(nearest(list, 's', '2027-03-11T20:00:00Z')?.id).toBe('b')
    expect(nearest(list, 'none', '2027-03-11T20:00:00Z')).toBe(undefined)
  })
  test('the dates around a post are shown, what was skipped as skipped and what was taken away not at all', () => {
    const list = [post('a', 10), post('b', 11, 'withdrawn'), post('c', 12, 'withdrawn'), post('d', 13), post('e', 14), post('f', 15), post('x', 13, 'pending', 'other')]
    const told = (here: string) => datesOf(list, { id: 's', exdates: ['2027-03-11T08:00:00+00:00'] }, here, 3).map(({ video, skipped }) => video.id + (skipped ? ' skipped' : ''))
    expect([told('a'), told('d'), told('f')]).toEqual([['a', 'b skipped', 'd'], ['b skipped', 'd', 'e'], ['d', 'e', 'f']])
  })
})
