import { expect, test } from 'vitest'
import { dollars, leastCost } from './spending'

const prices = (video: number | null) => ({
  prices: [
    { port: 'text', call: 'script', usd: 0.01 },
    { port: 'image', call: 'frame', usd: 0.04 },
    { port: 'voice', call: 'speak', usd: 0.02 },
    { port: 'video', call: 'shoot', usd: video },
  ],
})

test('a reel costs its words, its first frame and three shots at least; a story only words and picture', () => {
  expect(leastCost(prices(0.5), 'reel')).toBeCloseTo(1.61)
  expect(leastCost(prices(0.5), 'story')).toBeCloseTo(0.05)
})

test('a price that nobody names is not known before, and only where it is needed', () => {
  expect(leastCost(prices(null), 'reel')).toBeUndefined()
  expect(leastCost(prices(null), 'story')).toBeCloseTo(0.05)
})

test('a little is not told as nothing', () => {
  expect([dollars(0), dollars(0.004), dollars(1.5)]).toEqual(['$0.00', 'under $0.01', '$1.50'])
})
