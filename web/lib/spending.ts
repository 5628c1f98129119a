import type { Kind, Spending } from '@/api/types'

/** A reel has three shots or more; each is spoken and shot. */
const SHOTS = 3

/** The least a post costs with the provider's own prices: 0 when it is free, nothing when one of them is not known before. */
export function leastCost(spending: Pick<Spending, 'prices'>, kind: Kind): number | undefined {
  const price = (port: string) => spending.prices.find((one) => one.port === port)?.usd ?? undefined
  const calls: [string, number][] = kind === 'reel' ? [['text', 1], ['image', 1], ['voice', SHOTS], ['video', SHOTS]] : [['text', 1], ['image', 1]]
  let sum = 0
  for (const [port, many] of calls) {
    const one = price(port)
    if (one === undefined) return undefined
    sum += one * many
  }
  return sum
}

/** How dollars are told where nothing may be rounded away to nothing. */
export function dollars(usd: number): string {
  return usd > 0 && usd < 0.01 ? 'under $0.01' : `$${usd.toFixed(2)}`
}
