'use client'
import { type FormEvent, useState } from 'react'
import type { Video } from '@/api/types'
import { ClockNote } from '@/components/ui/clock-note'
import { FormFoot } from '@/components/ui/form-foot'
import { clockNote, dayOf, sayZone, timeOf } from '@/lib/dates'
import { useMove } from './move'

/** The keyboard's way to move: another day, the same time of day unless that is changed too. */
export function MoveForm({ video, onDone }: { video: Video; onDone: () => void }) {
  const move = useMove()
  const [day, setDay] = useState(dayOf(video.scheduled_time, video.timezone))
  const [time, setTime] = useState(timeOf(video.scheduled_time, video.timezone))
  const note = day && time ? clockNote(day, time, video.timezone) : undefined
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (day && time) move(video, day, time, onDone)
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
        The clock of {sayZone(video.timezone)}.{video.series_id ? ' Only this post moves; its series goes on as it is.' : ''}
      </p>
      <div aria-live="polite">{note && <ClockNote>{note}</ClockNote>}</div>
      <FormFoot onLeave={onDone}>Move</FormFoot>
    </form>
  )
}
