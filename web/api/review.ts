import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { all, client, ifMatch, ok } from './client'
import { keys } from './keys'
import type { Video } from './types'

const path = (video_id: string) => ({ path: { video_id } })

/** Everything of every persona that is made and waits for a yes, what goes out first at the top. */
export function useWaiting(on = true) {
  return useQuery({
    queryKey: keys.waiting,
    enabled: on,
    queryFn: () => all((cursor) => ok(client.GET('/api/video', { params: { query: { approval: 'asked', status: 'ready', limit: 200, cursor } } }))),
  })
}

/** A yes to the film as it was seen, and taking it back; a film that changed meanwhile is refused by the server. */
export function useApproval() {
  const cache = useQueryClient()
  const settled = (video: Video | undefined) => {
    if (video) cache.setQueryData(keys.video(video.id), video)
    void cache.invalidateQueries({ queryKey: keys.videos })
    void cache.invalidateQueries({ queryKey: keys.influencers })
  }
  const approve = useMutation({
    mutationFn: (video: Video) => ok(client.POST('/api/video/{video_id}/approve', { params: path(video.id), headers: ifMatch(video.rev) })),
    onMutate: (video) => {
      cache.setQueryData<Video[]>(keys.waiting, (list) => list?.filter((one) => one.id !== video.id))
    },
    onSettled: settled,
  })
  const takeBack = useMutation({
    mutationFn: (video: Video) => ok(client.DELETE('/api/video/{video_id}/approve', { params: path(video.id), headers: ifMatch(video.rev) })),
    onSettled: settled,
  })
  return { approve, takeBack }
}
