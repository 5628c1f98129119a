import { describe, expect, test } from 'vitest'
import type { Video } from '@/api/types'
import { byDay, cap, frozen, monthGrid, movedTo, span, turn } from './calendar'
import { addDays, dayOf, timeOf } from './dates'

const video = (scheduled_time: string, timezone = 'Europe/Berlin'): Video => ({ id: scheduled_time, scheduled_time, timezone }) as Video

describe('the calendar', () => {
  test('a month is whole weeks from Monday and holds each of its days once', () => {
    for (let n = 0; n < 48; n += 1) {
      const first = turn('month', '2026-01-01', 1)
      const day = new Date(Date.UTC(2026, n, 1)).toISOString().slice(0, 10)
      const weeks = monthGrid(day)
      const flat = weeks.flat()
      expect(new Date(`${flat[0]}T00:00:00Z`).getUTCDay()).toBe(1)
      expect(flat.filter((one) => one.startsWith(day.slice(0, 7))).length).toBe(new Date(Date.UTC(2026, n + 1, 0)).getUTCDate())
      expect(new Set(flat).size).toBe(weeks.length * 7)
      expect(first).toBe('2026-02-01')
    }
  })
  test('February 2027 needs four rows', () => expect(monthGrid('2027-02-10').length).toBe(4))
  test('the present month shows three weeks ahead, another one does not', () => {
    expect(monthGrid('2026-11-23', '2026-11-23').at(-1)?.[0]).toBe('2026-12-14')
    expect(monthGrid('2026-12-01', '2026-11-23')).toEqual(monthGrid('2026-12-01'))
  })
  test('turning the page from the thirty-first does not skip a month', () => {
    expect(turn('month', '2026-01-31', 1)).toBe('2026-02-01')
    expect(turn('week', '2026-12-30', 1)).toBe('2027-01-06')
  })
  test('a view knows its first and last day', () => {
    expect(span('week', '2026-11-25')).toEqual({ from: '2026-11-23', to: '2026-11-29' })
    expect(span('month', '2026-11-25')).toEqual({ from: '2026-10-26', to: '2026-12-06' })
  })
  test('a video stands on the day of its own wall clock', () => {
    const days = byDay([video('2026-11-23T23:30:00Z'), video('2026-11-23T23:30:00Z', 'America/New_York')])
    expect([...days.keys()].sort()).toEqual(['2026-11-23', '2026-11-24'])
  })
  test('moving keeps the time of day across a change of clocks', () => {
    const before = video('2026-10-20T16:30:00Z')
    for (let n = 0; n < 14; n += 1) {
      const day = addDays('2026-10-20', n)
      const after = movedTo(before, day)
      expect([dayOf(after, 'Europe/Berlin'), timeOf(after, 'Europe/Berlin')]).toEqual([day, '18:30'])
    }
  })
  test('what is posted or being made stays', () => {
    expect(frozen({ status: 'posted', stage: null })).toMatch(/posted/)
    expect(frozen({ status: 'pending', stage: null })).toBe(undefined)
  })
  test('a post in doubt stays until somebody has looked; one that surely failed may move', () => {
    const failure = { stage: 'publish', cause: 'No answer.', cost_usd: 0, next: 'Look.' }
    expect(frozen({ status: 'failed', stage: null, failure: { ...failure, reached_platform: 'unknown' } })).toMatch(/Look at the account/)
    expect(frozen({ status: 'failed', stage: null, failure: { ...failure, reached_platform: 'no' } })).toBe(undefined)
  })
  test('"more" never stands for a single entry', () => {
    expect(cap([1, 2, 3], 3)).toEqual({ shown: [1, 2, 3], more: 0 })
    expect(cap([1, 2, 3, 4], 3)).toEqual({ shown: [1, 2], more: 2 })
  })
})
