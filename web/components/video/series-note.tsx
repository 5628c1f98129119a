'use client'
import { toast } from 'sonner'
import type { Video } from '@/api/types'
import { useEndSeries, useSchedules } from '@/api/videos'
import { Icon } from '@/components/ui/icon'
import { say } from '@/lib/rrule'

/** Says that a post belongs to a series, and can end the series; what is made stays. */
export function SeriesNote({ video }: { video: Video }) {
  const schedules = useSchedules()
  const end = useEndSeries()
  const series = schedules.data?.find((one) => one.recurrence_rule && (one.video_id === video.id || one.video_id === video.series_id || one.id === video.series_id))
  if (!series?.recurrence_rule) return null
  return (
    <section className="flex flex-wrap items-center gap-3 rounded-xl bg-sunk px-4 py-3 text-[14px]">
      <Icon name="repeat" />
      <span className="flex-1">
        A series, {say(series.recurrence_rule)}.{series.active ? '' : ' It has ended.'}
      </span>
      {series.active && (
        <button type="button" className="button button-line button-small" disabled={end.isPending} onClick={() => end.mutate({ id: series.id, rev: series.rev }, { onSuccess: () => toast('The series has ended. What is already made stays.'), onError: (error) => toast.error(error.message) })}>
          End the series
        </button>
      )}
    </section>
  )
}
