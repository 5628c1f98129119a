'use client'
import { toast } from 'sonner'
import { usePublications, useSettle, useVideoVerbs } from '@/api/videos'
import type { Failure, Video } from '@/api/types'
import { Icon } from '@/components/ui/icon'
import { Refusal } from '@/components/ui/notes'
import { money, platformName, stageName } from '@/lib/words'
import { Tries } from './tries'

const REACHED: Record<Failure['reached_platform'], string> = { no: 'No, nothing was posted', yes: 'Yes, it is on the platform', unknown: 'Not known yet' }

/** What failed, where, whether anybody can see it, what it cost and what to do. */
export function FailureCard({ video }: { video: Video }) {
  const { retry } = useVideoVerbs()
  const { failure } = video
  if (!failure) return null
  const rows: [string, string][] = [
    ['Stopped at', stageName(failure.stage)],
    ['Reached the platform', REACHED[failure.reached_platform]],
    ['Cost so far', money(failure.cost_usd)],
    ['What next', failure.next],
  ]
  return (
    <section className="rounded-xl border border-bad/40 bg-bad-soft p-4" aria-label="What went wrong">
      <p className="flex items-start gap-2 font-semibold text-bad">
        <Icon name="alert" className="mt-0.5" />
        {failure.cause}
      </p>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-[14px]">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-soft">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {failure.reached_platform === 'unknown' ? (
        <Settle video={video} />
      ) : (
        failure.reached_platform === 'no' && (
          <button type="button" className="button button-ink button-small mt-4" disabled={retry.isPending} onClick={() => retry.mutate(video.id, { onError: (error) => toast.error(error.message) })}>
            <Icon name="repeat" />
            Retry from “{stageName(failure.stage)}”
          </button>
        )
      )}
    </section>
  )
}

/** Nobody but the reader can see the account, so the reader says what is there. */
function Settle({ video }: { video: Video }) {
  const list = usePublications(video.id, true)
  const settle = useSettle(video.id)
  const open = list.data?.items.find((one) => one.state === 'needs_review')
  if (list.error) return <Refusal error={list.error} again={() => void list.refetch()} />
  if (!open) return settle.isSuccess ? <p className="mt-4 font-medium">Noted. The post follows in a moment.</p> : null
  const say = (is_there: boolean) => settle.mutate({ id: open.id, is_there }, { onError: (error) => toast.error(error.message), onSuccess: () => toast(is_there ? 'Noted: it is out' : 'Noted: it is sent anew') })
  return (
    <div className="mt-4 flex flex-col gap-2">
      <p className="font-medium">
        Look at @{open.handle} on {platformName(open.platform)}: is the post there?
      </p>
      <details className="text-[13px]">
        <summary className="cursor-pointer text-soft">What was tried and seen so far</summary>
        <Tries id={open.id} zone={video.timezone} />
      </details>
      <div className="flex flex-wrap gap-2">
        <button type="button" className="button button-line button-small" disabled={settle.isPending} onClick={() => say(true)}>
          It is there
        </button>
        <button type="button" className="button button-line button-small" disabled={settle.isPending} onClick={() => say(false)}>
          It is not there, send it again
        </button>
      </div>
    </div>
  )
}
