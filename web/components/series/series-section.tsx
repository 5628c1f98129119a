'use client'
import { useState } from 'react'
import { useSeries } from '@/api/series'
import type { Video } from '@/api/types'
import { ClockNote } from '@/components/ui/clock-note'
import { Icon } from '@/components/ui/icon'
import type { VideoForm } from '@/components/video/actions'
import { sayZone } from '@/lib/dates'
import { say } from '@/lib/rrule'
import { stateOf } from '@/lib/series'
import { SeriesActions } from './series-actions'
import { SeriesDates } from './series-dates'
import { SeriesForm } from './series-form'
import { SeriesState } from './series-state'

type Props = { video: Video; id: string; onForm: (form: VideoForm) => void; onSaid: (said: string) => void; onOpen: (id: string) => void; onClose: () => void }

/** The series a post belongs to: how it goes on, what the clocks do to it, and everything that can be done to it. */
export function SeriesSection({ video, id, onForm, onSaid, onOpen, onClose }: Props) {
  const { data: series } = useSeries(id)
  const [editing, setEditing] = useState(false)
  if (!series?.recurrence_rule) return null
  const state = stateOf(series)
  const leave = (next: string | undefined, said: string) => {
    onSaid(said)
    if (!next) onClose()
    else if (next !== video.id) onOpen(next)
  }
  return (
    <section aria-labelledby="series" className="overflow-hidden rounded-xl border border-line">
      <header className="flex items-center gap-2 px-4 pt-3">
        <Icon name="repeat" className="text-persona-ink" />
        <h3 id="series" className="flex-1 text-lg font-semibold">
          Series
        </h3>
        <SeriesState state={state} />
      </header>
      <p className="px-4 pb-3 text-[14px] first-letter:uppercase">
        {say(series.recurrence_rule)} at <span className="num">{series.dtstart_local.slice(11, 16)}</span> <span className="text-soft">in {sayZone(series.timezone)}</span>
      </p>
      {state !== 'ended' && state !== 'paused' && <SeriesDates series={series} video={video} />}
      {series.notes.length > 0 && (
        <div className="flex flex-col gap-1.5 border-t border-line px-4 py-3" role="group" aria-label="Changes of the clocks">
          {series.notes.map((note) => (
            <ClockNote key={note}>{note}</ClockNote>
          ))}
        </div>
      )}
      {editing ? (
        <SeriesForm
          series={series}
          video={video}
          onOne={(form) => {
            setEditing(false)
            onForm(form)
          }}
          onDone={() => setEditing(false)}
          onKept={(next, said) => {
            setEditing(false)
            leave(next, said)
          }}
        />
      ) : (
        <SeriesActions series={series} video={video} state={state} onEdit={() => setEditing(true)} onLeft={leave} onClose={onClose} />
      )}
    </section>
  )
}
