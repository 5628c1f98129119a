/** How each network shows a post: where it folds the words, and what it calls the two labels. */
export const networks = ['instagram', 'tiktok', 'youtube'] as const
export type Network = (typeof networks)[number]

type Shown = { tab: string; fold: number; ai: string; paid: (brand: string) => string; follow: string }
const SHOWN: Record<Network, Shown> = {
  instagram: { tab: 'Instagram', fold: 55, ai: 'AI info', paid: (brand) => (brand ? `Paid partnership with ${brand}` : 'Paid partnership'), follow: 'Follow' },
  tiktok: { tab: 'TikTok', fold: 80, ai: 'Creator labeled as AI-generated', paid: () => 'Paid partnership', follow: '' },
  youtube: { tab: 'Shorts', fold: 70, ai: 'Altered or synthetic content', paid: () => 'Includes paid promotion', follow: 'Subscribe' },
}

export function shownOn(network: Network): Shown {
  return SHOWN[network]
}

/** What is read before somebody taps "more": one paragraph at most, cut after a word. */
export function folded(caption: string, fold: number): { seen: string; more: boolean } {
  const words = caption.trim()
  const line = words.split('\n', 1)[0] ?? ''
  if (line.length <= fold) return { seen: line, more: line.length < words.length }
  const cut = line.slice(0, fold)
  const whole = cut.slice(0, Math.max(0, cut.lastIndexOf(' '))).trimEnd()
  return { seen: whole.length > fold / 2 ? whole : cut, more: true }
}

/** The networks a persona posts on, in a fixed order; Instagram while she has no account yet. */
export function networksOf(accounts: readonly { influencer_id: string; platform: string }[], influencer: string): Network[] {
  const hers = new Set(accounts.filter((one) => one.influencer_id === influencer).map((one) => one.platform))
  const found = networks.filter((network) => hers.has(network))
  return found.length ? found : ['instagram']
}
