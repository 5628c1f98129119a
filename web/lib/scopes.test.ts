import { expect, test } from 'vitest'
import { endOf } from './scopes'

test('a token runs out so many days after it was made, or never', () => {
  const now = Date.parse('2026-11-23T10:00:00Z')
  expect([endOf('30', now), endOf('365', now), endOf('always', now), endOf('x', now)]).toEqual(['2026-12-23T10:00:00.000Z', '2027-11-23T10:00:00.000Z', null, null])
})
