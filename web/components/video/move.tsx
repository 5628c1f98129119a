'use client'
import { toast } from 'sonner'
import type { Video } from '@/api/types'
import { useVideoVerbs } from '@/api/videos'
import { aboutClocks } from '@/components/tell-clock'
import { movedTo } from '@/lib/calendar'
import { dayOf, sayMoment } from '@/lib/dates'

/** Moves a post to another day, where it keeps the hour it was asked for, or to another hour; says where it went and can bring it back. */
export function useMove() {
  const { change } = useVideoVerbs()
  return (video: Video, day: string, time?: string, done?: () => void) => {
    const scheduled_time = movedTo(video, day, time)
    if (scheduled_time === video.scheduled_time) return done?.()
    const back = { scheduled_time: video.scheduled_time }
    const home = time ? back : { local_date: dayOf(video.scheduled_time, video.timezone) }
    change.mutate(
      { video, change: { scheduled_time }, body: time ? { local_time: `${day}T${time}` } : { local_date: day } },
      {
        onSuccess: (after) => {
          toast(`“${video.title}” moved to ${sayMoment(after.scheduled_time, video.timezone)}`, {
            ...aboutClocks(after.notes),
            action: { label: 'Undo', onClick: () => change.mutate({ video: after, change: back, body: home }) },
          })
          done?.()
        },
        onError: (error) => toast.error(error.message),
      },
    )
  }
}
