import { expect, test } from 'vitest'
import { sayAgo } from './ago'

test('a length of time is told in the unit that matters', () => {
  expect([12.4, 89, 90, 5400, 129_600].map(sayAgo)).toEqual(['12 s', '89 s', '2 min', '2 h', '2 days'])
})
