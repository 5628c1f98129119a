/** Names of what the cache holds; the live stream forgets by these names. */
export const keys = {
  account: ['account'] as const,
  drafts: ['draft'] as const,
  influencers: ['influencer'] as const,
  influencer: (id: string) => ['influencer', id] as const,
  overview: (id: string) => ['influencer', id, 'overview'] as const,
  life: (id: string) => ['influencer', id, 'life'] as const,
  journal: (id: string) => ['influencer', id, 'journal'] as const,
  consents: (id: string) => ['influencer', id, 'consent'] as const,
  growth: (id: string) => ['influencer', id, 'growth'] as const,
  videos: ['video'] as const,
  video: (id: string) => ['video', id] as const,
  schedules: ['schedule'] as const,
  sponsors: ['sponsor'] as const,
  matches: ['match'] as const,
  channels: ['channel'] as const,
  publications: (video: string) => ['publication', video] as const,
}
