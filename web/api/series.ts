import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { nearest, stateOf } from '@/lib/series'
import { all, client, ifMatch, ok } from './client'
import { keys } from './keys'
import type { Schedule, ScheduleChange, ScheduleSeen, Video } from './types'

const DAY = 86_400_000
const path = (schedule_id: string) => ({ path: { schedule_id } })

/** One series, with what the clock does to its times within the year. */
export function useSeries(id: string | null) {
  return useQuery({ queryKey: keys.schedule(id ?? ''), enabled: !!id, queryFn: () => ok(client.GET('/api/schedule/{schedule_id}', { params: path(id ?? '') })) })
}

/** The series that somebody paused. */
export function usePausedSeries() {
  return useQuery({
    queryKey: keys.series,
    queryFn: () => all((cursor) => ok(client.GET('/api/schedule', { params: { query: { recurring: true, limit: 200, cursor } } }))),
    select: (list) => list.filter((one) => stateOf(one) === 'paused'),
  })
}

/** The post of a changed series to look at next: a change plans anew what nobody has begun. */
async function successor(series: Schedule, video: Video): Promise<string | undefined> {
  const [from, to] = [-40, 40].map((days) => new Date(Date.parse(video.scheduled_time) + days * DAY).toISOString())
  const list = await all((cursor) => ok(client.GET('/api/video', { params: { query: { from, to, influencer_id: video.influencer_id, limit: 200, cursor } } })))
  return nearest(list, series.id, video.scheduled_time)?.id
}

type Wish = {
  series: Schedule
  /** What changes; null ends the series. */
  change: ScheduleChange | null
  /** The post one looks at: when nobody has begun it, the change takes it away. */
  video?: Video
  /** Carried out before anything is read anew, with the post that stands in its place. */
  onDone?: (kept: ScheduleSeen | Schedule, next: string | undefined) => void
}

/** Changes, pauses, resumes or ends a series. */
export function useChangeSeries() {
  const cache = useQueryClient()
  return useMutation({
    mutationKey: keys.changing,
    mutationFn: async ({ series, change, video, onDone }: Wish) => {
      const headers = ifMatch(series.rev)
      const kept = change
        ? await ok(client.PATCH('/api/schedule/{schedule_id}', { params: path(series.id), body: change, headers }))
        : await ok(client.DELETE('/api/schedule/{schedule_id}', { params: path(series.id), headers }))
      const goes = video?.status === 'pending'
      onDone?.(kept, !video ? undefined : goes ? (kept.active ? await successor(kept, video) : undefined) : video.id)
      return kept
    },
    onSettled: () => void cache.invalidateQueries(),
  })
}
