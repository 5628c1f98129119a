import { describe, expect, test } from 'vitest'
import { read, say, write } from './rrule'

describe('recurrence rules', () => {
  test('what was written is read back', () => {
    for (const every of ['day', 'week', 'month'] as const)
      for (const interval of [1, 2, 5])
        for (const times of [null, 8]) {
          const repeat = { every, interval, times, days: every === 'week' ? (['MO', 'TH'] as const).slice() : [] }
          expect(read(write(repeat))).toEqual(repeat)
        }
  })
  test('a rule is said in words', () => {
    expect(say('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,TH;COUNT=8')).toBe('every 2 weeks on Mon, Wed and Thu, 8 times')
    expect(say('FREQ=DAILY')).toBe('every day')
  })
  test('a rule that ends on a day is read back and said with its day', () => {
    const rule = 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20270328T085959'
    expect(write(read(rule) ?? { every: 'day', interval: 1, days: [], times: null })).toBe(rule)
    expect(say(rule)).toBe('every week on Thu, until 28 March 2027')
    expect(read('FREQ=DAILY;UNTIL=soon')).toBe(undefined)
  })
  test('a rule the pages do not offer is shown as it is', () => {
    expect(read('FREQ=MONTHLY;BYDAY=2TU')).toBe(undefined)
    expect(say('FREQ=YEARLY')).toBe('FREQ=YEARLY')
  })
})
