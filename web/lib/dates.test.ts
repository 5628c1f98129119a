import { describe, expect, test } from 'vitest'
import { addDays, clockNote, clocksChange, dayOf, daysBetween, moment, sayDate, sayMoment, timeOf } from './dates'

describe('moments and wall clocks', () => {
  test('a moment falls on the day of the zone, not of UTC', () => {
    expect(dayOf('2026-11-23T23:30:00Z', 'Europe/Berlin')).toBe('2026-11-24')
    expect(dayOf('2026-11-23T03:30:00Z', 'America/New_York')).toBe('2026-11-22')
    expect(timeOf('2026-11-23T23:30:00Z', 'Europe/Berlin')).toBe('00:30')
  })
  test('wall clock to moment and back is the same wall clock, on every day of a year', () => {
    for (const zone of ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe']) {
      for (let n = 0; n < 365; n += 1) {
        const day = addDays('2026-01-01', n)
        const at = moment(day, '18:45', zone)
        expect([zone, dayOf(at, zone), timeOf(at, zone)]).toEqual([zone, day, '18:45'])
      }
    }
  })
  test('a time that the clocks skip is the first one after', () => {
    expect(moment('2027-03-28', '02:30', 'Europe/Rome')).toBe('2027-03-28T01:00:00.000Z')
    expect(timeOf(moment('2027-03-14', '02:01', 'America/New_York'), 'America/New_York')).toBe('03:00')
    expect(timeOf(moment('2026-10-04', '02:15', 'Australia/Lord_Howe'), 'Australia/Lord_Howe')).toBe('02:30')
  })
  test('of a time the clocks skip or have twice a sentence says when it goes out, and of no other time', () => {
    expect(clockNote('2027-03-28', '02:30', 'Europe/Berlin')).toBe('The clocks go forward that day and skip 02:30: it goes out at 03:00.')
    expect(clockNote('2026-10-25', '02:30', 'Europe/Berlin')).toBe('The clocks go back that day and 02:30 comes twice: it goes out the first time.')
    for (const time of ['01:59', '03:00', '09:00']) expect([clockNote('2027-03-28', time, 'Europe/Berlin'), clockNote('2026-10-25', time, 'Europe/Berlin')]).toEqual([undefined, undefined])
    expect(clockNote('2027-03-29', '02:30', 'Europe/Berlin')).toBe(undefined)
  })
  test('of a doubled time the first is meant', () => {
    expect(moment('2026-10-25', '02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z')
  })
  test('the day of a change of clocks is known', () => {
    expect(clocksChange('2026-10-25', 'Europe/Berlin')).toBe(true)
    expect(clocksChange('2026-10-26', 'Europe/Berlin')).toBe(false)
  })
  test('days add and subtract across months and leap days', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01')
    expect(daysBetween('2026-12-30', '2027-01-02')).toBe(3)
  })
  test('a date is the one on the wall of the zone, with its year', () => {
    expect([sayDate('2026-12-31T23:30:00Z', 'Europe/Berlin'), sayDate('2026-12-31T23:30:00Z', 'UTC')]).toEqual(['1 January 2027', '31 December 2026'])
  })
  test('near days are called by name', () => {
    const now = Date.parse('2026-11-23T10:00:00Z')
    expect(sayMoment('2026-11-23T17:30:00Z', 'Europe/Berlin', now)).toBe('Today 18:30')
    expect(sayMoment('2026-11-24T08:00:00Z', 'Europe/Berlin', now)).toBe('Tomorrow 09:00')
    expect(sayMoment('2026-11-30T08:00:00Z', 'Europe/Berlin', now)).toBe('Mon 30 Nov 09:00')
  })
})
