'use client'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import type { Video } from '@/api/types'
import { useVideoVerbs } from '@/api/videos'
import { movedTo } from '@/lib/calendar'
import { clocksChange, dayOf, sayMoment, sayZone, timeOf } from '@/lib/dates'

/** Moves a post, says where it went, and can bring it back. */
export function useMove() {
  const { change } = useVideoVerbs()
  return (video: Video, scheduled_time: string) => {
    if (scheduled_time === video.scheduled_time) return
    change.mutate(
      { video, change: { scheduled_time } },
      {
        onSuccess: (after) =>
          toast(`“${video.title}” moved to ${sayMoment(scheduled_time, video.timezone)}`, {
            action: { label: 'Undo', onClick: () => change.mutate({ video: after, change: { scheduled_time: video.scheduled_time } }) },
          }),
        onError: (error) => toast.error(error.message),
      },
    )
  }
}

/** The keyboard's way to move: another day, the same time of day unless that is changed too. */
export function MoveForm({ video, onDone }: { video: Video; onDone: () => void }) {
  const move = useMove()
  const [day, setDay] = useState(dayOf(video.scheduled_time, video.timezone))
  const [time, setTime] = useState(timeOf(video.scheduled_time, video.timezone))
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!day || !time) return
    move(video, movedTo(video, day, time))
    onDone()
  }
  return (
    <form onSubmit={send} className="flex flex-col gap-3 rounded-xl bg-sunk p-4">
      <div className="grid grid-cols-2 gap-3">
        <label className="flex flex-col gap-1">
          <span className="font-medium">Day</span>
          <input type="date" className="input" value={day} onChange={(event) => setDay(event.target.value)} required />
        </label>
        <label className="flex flex-col gap-1">
          <span className="font-medium">Time</span>
          <input type="time" className="input" value={time} onChange={(event) => setTime(event.target.value)} required />
        </label>
      </div>
      <p className="text-[13px] text-soft">
        The clock of {sayZone(video.timezone)}.{day && clocksChange(day, video.timezone) ? ' The clocks change on that day: a time that is skipped becomes the one an hour later.' : ''}
      </p>
      <div className="flex gap-2">
        <button type="submit" className="button button-ink button-small">
          Move
        </button>
        <button type="button" className="button button-bare button-small" onClick={onDone}>
          Leave it
        </button>
      </div>
    </form>
  )
}
