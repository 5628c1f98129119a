'use client'
import { toast } from 'sonner'
import { useChangeSeries } from '@/api/series'
import type { ScheduleSeen, Video } from '@/api/types'

type Props = { series: ScheduleSeen; video: Video; onDone: () => void; onLeft: (next: string | undefined, said: string) => void }

/** An end cannot be taken back, so it is asked about. */
export function EndSeries({ series, video, onDone, onLeft }: Props) {
  const change = useChangeSeries()
  const end = () =>
    change.mutate(
      {
        series,
        change: null,
        video,
        onDone: (_, next) => {
          onLeft(next, 'The series has ended.')
          toast('The series has ended. What is already made stays.')
        },
      },
      { onError: (error) => toast.error(error.message) },
    )
  return (
    <div role="group" aria-label="End the series" className="flex flex-col gap-3 border-t border-line bg-bad-soft px-4 py-3">
      <p className="text-[14px]">End it for good? Posts nobody has begun are taken out, what is made stays, and it cannot go on later. To stop for a while, pause it.</p>
      <div className="flex flex-wrap gap-2">
        {/* biome-ignore lint/a11y/noAutofocus: the question stands where the button was that asked it */}
        <button type="button" autoFocus className="button button-bad button-small" disabled={change.isPending} onClick={end}>
          End the series
        </button>
        <button type="button" className="button button-bare button-small" onClick={onDone}>
          Leave it
        </button>
      </div>
    </div>
  )
}
