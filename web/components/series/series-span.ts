import type { Video } from '@/api/types'

const DAY = 86_400_000

/** The days around a post within which the dates of its series are looked for: as far as a series is filled ahead. */
export function seriesSpan(video: Pick<Video, 'scheduled_time'>): { from: string; to: string } {
  const [from, to] = [-8, 36].map((days) => new Date(Date.parse(video.scheduled_time) + days * DAY).toISOString()) as [string, string]
  return { from, to }
}
