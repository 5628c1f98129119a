'use client'
import { useState } from 'react'
import { toast } from 'sonner'
import { useChangeSeries } from '@/api/series'
import type { ScheduleSeen, Video } from '@/api/types'
import { Icon } from '@/components/ui/icon'
import { useTakeOut } from '@/components/video/take-out'
import { frozen } from '@/lib/calendar'
import type { SeriesState } from '@/lib/series'
import { EndSeries } from './end-series'

type Props = { series: ScheduleSeen; video: Video; state: SeriesState; onEdit: () => void; onLeft: (next: string | undefined, said: string) => void; onClose: () => void }

const TOLD: Partial<Record<SeriesState, string>> = {
  paused: 'Nothing more of it is planned until it goes on. What is made already still goes out.',
  ended: 'Nothing more of it is planned, and it cannot go on. What is made stays.',
}

/** Skip one, change, pause, go on, end. */
export function SeriesActions({ series, video, state, onEdit, onLeft, onClose }: Props) {
  const change = useChangeSeries()
  const takeOut = useTakeOut()
  const [ending, setEnding] = useState(false)
  const failed = (error: Error) => toast.error(error.message)
  const pause = () =>
    change.mutate(
      {
        series,
        change: { active: false },
        video,
        onDone: (kept, next) => {
          onLeft(next, 'The series is paused.')
          toast('The series is paused', { action: { label: 'Go on', onClick: () => change.mutate({ series: kept, change: { active: true } }, { onError: failed }) } })
        },
      },
      { onError: failed },
    )
  const goOn = () => change.mutate({ series, change: { active: true }, video, onDone: () => onLeft(video.id, 'The series goes on.') }, { onError: failed })
  const skip = () => {
    takeOut(video, undefined, state === 'ended' ? undefined : `“${video.title}” is skipped this once`)
    onClose()
  }
  if (ending) return <EndSeries series={series} video={video} onDone={() => setEnding(false)} onLeft={onLeft} />
  return (
    <div className="flex flex-col gap-3 border-t border-line px-4 py-3">
      {TOLD[state] && <p className="text-[14px] text-soft">{TOLD[state]}</p>}
      <div className="flex flex-wrap gap-2 empty:hidden">
        {state === 'paused' && (
          <button type="button" className="button button-ink button-small" disabled={change.isPending} onClick={goOn}>
            <Icon name="play" />
            Go on
          </button>
        )}
        {!frozen(video) && (
          <button type="button" className="button button-line button-small" onClick={skip}>
            <Icon name={state === 'ended' ? 'trash' : 'right'} />
            {state === 'ended' ? 'Take out' : 'Skip this one'}
          </button>
        )}
        {state !== 'ended' && (
          <button type="button" className="button button-line button-small" onClick={onEdit}>
            <Icon name="edit" />
            Change the series
          </button>
        )}
        {(state === 'on' || state === 'filled') && (
          <button type="button" className="button button-line button-small" disabled={change.isPending} onClick={pause}>
            <Icon name="pause" />
            Pause it
          </button>
        )}
        {state !== 'ended' && (
          <button type="button" className="button button-bad button-small" onClick={() => setEnding(true)}>
            <Icon name="close" />
            End it
          </button>
        )}
      </div>
    </div>
  )
}
