'use client'
import { toast } from 'sonner'
import { useApproval } from '@/api/review'
import type { Video } from '@/api/types'
import { useVideoVerbs } from '@/api/videos'
import { Icon } from '@/components/ui/icon'
import { frozen } from '@/lib/calendar'
import { BeforeSpent } from './before-spent'
import { EditForm } from './edit-form'
import { MoveForm } from './move-form'
import { SponsorPick } from './sponsor-pick'
import { useTakeOut } from './take-out'

export type VideoForm = 'move' | 'edit' | 'sponsor' | undefined
type Props = { video: Video; form: VideoForm; onForm: (form: VideoForm) => void; onClose: () => void }

/** What can be done to one post now, and the form of whichever was chosen. */
export function Actions({ video, form, onForm, onClose }: Props) {
  const { change, make } = useVideoVerbs()
  const { approve } = useApproval()
  const takeOut = useTakeOut()
  const stays = frozen(video)
  const failed = (error: Error) => toast.error(error.message)
  if (form === 'move') return <MoveForm video={video} onDone={() => onForm(undefined)} />
  if (form === 'edit') return <EditForm video={video} onDone={() => onForm(undefined)} />
  if (form === 'sponsor') return <SponsorPick video={video} onDone={() => onForm(undefined)} />
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        {video.permalink && (
          <a href={video.permalink} target="_blank" rel="noreferrer" className="button button-ink button-small">
            <Icon name="out" />
            See the post
          </a>
        )}
        {video.approval === 'asked' && video.status === 'ready' && (
          <button type="button" className="button button-ink button-small" disabled={approve.isPending} onClick={() => approve.mutate(video, { onError: failed, onSuccess: () => toast('Approved. It goes out on time.') })}>
            <Icon name="check" />
            Approve
          </button>
        )}
        {(video.status === 'pending' || video.status === 'missed') && (
          <button type="button" className="button button-line button-small" disabled={make.isPending} onClick={() => make.mutate(video.id, { onError: failed, onSuccess: () => toast('Being made now. It still goes out at its hour.') })}>
            <Icon name="bolt" />
            Make it now
          </button>
        )}
        {!stays && (
          <>
            <button type="button" className="button button-line button-small" onClick={() => change.mutate({ video, change: { scheduled_time: new Date(Date.now() + 5_000).toISOString() } }, { onError: failed, onSuccess: () => toast('It goes out now') })}>
              <Icon name="sent" />
              Post it now
            </button>
            <button type="button" className="button button-line button-small" onClick={() => onForm('move')}>
              <Icon name="move" />
              Move to…
            </button>
            <button type="button" className="button button-line button-small" onClick={() => onForm('edit')}>
              <Icon name="edit" />
              Edit
            </button>
            <button type="button" className="button button-line button-small" onClick={() => onForm('sponsor')}>
              <Icon name="sponsors" />
              {video.sponsor_id ? 'Change sponsor' : 'Add sponsor'}
            </button>
            {!video.series_id && (
              <button
                type="button"
                className="button button-bad button-small"
                onClick={() => {
                  takeOut(video)
                  onClose()
                }}
              >
                <Icon name="trash" />
                Take out
              </button>
            )}
          </>
        )}
      </div>
      {(video.status === 'pending' || video.status === 'missed') && <BeforeSpent kind={video.kind} />}
      {stays && video.status === 'processing' && <p className="text-[13px] text-soft">{stays}</p>}
    </div>
  )
}
