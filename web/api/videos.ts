import { useIsMutating, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { all, client, ifMatch, ok } from './client'
import { keys } from './keys'
import type { MadeStage, Script, ScheduleBody, Video, VideoBody } from './types'

const path = (video_id: string) => ({ path: { video_id } })
const BUSY = 2_000

/** The words of a film that is written; the server keeps them as a document. */
export const scriptOf = (video: Video) => video.script as Script | null

export function useVideos(from: string, to: string, influencer_id?: string) {
  return useQuery({
    queryKey: [...keys.videos, 'range', from, to, influencer_id ?? ''],
    enabled: !!from,
    queryFn: () => all((cursor) => ok(client.GET('/api/video', { params: { query: { from, to, influencer_id, limit: 200, cursor } } }))),
    placeholderData: (before) => before,
    refetchInterval: (query) => (query.state.data?.some((video) => video.status === 'processing') ? BUSY * 2 : false),
  })
}

export function useVideo(id: string | undefined) {
  const changing = useIsMutating({ mutationKey: keys.changing }) > 0
  return useQuery({
    queryKey: keys.video(id ?? ''),
    enabled: !!id && !changing,
    queryFn: () => ok(client.GET('/api/video/{video_id}', { params: path(id ?? '') })),
    refetchInterval: (query) => (settled(query.state.data) ? false : BUSY),
  })
}

/** Whether nothing will change on a film within the next seconds. */
function settled(video: Video | undefined): boolean {
  if (!video) return false
  if (video.status === 'processing') return false
  const soon = Date.parse(video.scheduled_time) < Date.now() + 90_000
  return !(soon && (video.status === 'pending' || video.status === 'ready'))
}

/** Every attempt at every stage of a film, as it stands; the live stream has them asked for again. */
export function useSteps(id: string, on: boolean) {
  return useQuery({
    queryKey: keys.steps(id),
    enabled: on,
    queryFn: () => ok(client.GET('/api/video/{video_id}/steps', { params: path(id) })),
  })
}

export type VideoChange = Partial<Pick<Video, 'title' | 'direction' | 'tags' | 'cta' | 'scheduled_time'>>

/** Everything that can be done to one film; a change may be sent in other words (`body`) than it is shown in. Each change is shown at once and taken back when refused. */
export function useVideoVerbs() {
  const cache = useQueryClient()
  const fresh = () => void cache.invalidateQueries({ queryKey: keys.videos })
  const keep = (video: Video) => {
    cache.setQueryData(keys.video(video.id), video)
    cache.setQueriesData<Video[]>({ queryKey: [...keys.videos, 'range'] }, (list) => list?.map((one) => (one.id === video.id ? video : one)))
    void cache.invalidateQueries({ queryKey: keys.influencers })
  }
  const change = useMutation({
    mutationFn: ({ video, change, body }: { video: Video; change: VideoChange; body?: VideoBody }) =>
      ok(client.PATCH('/api/video/{video_id}', { params: path(video.id), body: body ?? change, headers: ifMatch(video.rev) })),
    onMutate: ({ video, change }) => keep({ ...video, ...change }),
    onSuccess: keep,
    onError: (_, { video }) => {
      keep(video)
      fresh()
    },
  })
  const withdraw = useMutation({
    mutationFn: (video: Video) => ok(client.DELETE('/api/video/{video_id}', { params: path(video.id), headers: ifMatch(video.rev) })),
    onSettled: () => void cache.invalidateQueries(),
  })
  const make = useMutation({ mutationFn: (id: string) => ok(client.POST('/api/create', { body: { video_id: id } })), onSuccess: keep, onSettled: fresh })
  const retry = useMutation({ mutationFn: (id: string) => ok(client.POST('/api/video/{video_id}/retry', { params: path(id) })), onSuccess: keep, onSettled: fresh })
  const again = useMutation({
    mutationFn: ({ id, stage }: { id: string; stage: MadeStage }) => ok(client.POST('/api/video/{video_id}/retry', { params: path(id), body: { stage } })),
    onSuccess: keep,
    onSettled: fresh,
  })
  const sponsor = useMutation({
    mutationFn: ({ id, sponsor_id, cta }: { id: string; sponsor_id: string; cta?: string }) =>
      ok(client.POST('/api/video/{video_id}/add-sponsor', { params: path(id), body: { sponsor_id, cta } })),
    onSuccess: keep,
  })
  return { change, withdraw, make, retry, again, sponsor }
}

export function useBook() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: ScheduleBody) => ok(client.POST('/api/schedule', { body })),
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: keys.videos })
      void cache.invalidateQueries({ queryKey: keys.schedules })
      void cache.invalidateQueries({ queryKey: keys.influencers })
    },
  })
}

export function usePreview() {
  return useMutation({
    mutationFn: (body: { influencer_id: string; kind: 'reel' | 'story'; direction: string; sponsor_id?: string; seed: string }) => ok(client.POST('/api/script/preview', { body })),
  })
}

export function usePublications(video_id: string | undefined, on: boolean) {
  return useQuery({
    queryKey: keys.publications(video_id ?? ''),
    enabled: !!video_id && on,
    queryFn: () => ok(client.GET('/api/publication', { params: { query: { video_id } } })),
    refetchInterval: 5_000,
  })
}

/** One publication with every attempt and its receipt. */
export function usePublication(id: string) {
  return useQuery({
    queryKey: keys.publication(id),
    queryFn: () => ok(client.GET('/api/publication/{publication_id}', { params: { path: { publication_id: id } } })),
    refetchInterval: (query) => (query.state.data?.receipt ? false : 5_000),
  })
}

export function useSettle(video_id: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ id, is_there }: { id: string; is_there: boolean }) =>
      ok(client.POST('/api/publication/{publication_id}/settle', { params: { path: { publication_id: id } }, body: { is_there } })),
    onSettled: () => {
      for (const queryKey of [keys.publications(video_id), keys.videos, keys.influencers]) void cache.invalidateQueries({ queryKey })
    },
  })
}
