'use client'
import Link from 'next/link'
import type { Influencer, Need } from '@/api/types'
import { Icon, type IconName } from '@/components/ui/icon'
import { useWaiting } from '@/api/review'
import { setAddress } from '@/lib/address'
import { needWord } from '@/lib/words'

const ICON: Record<Need['kind'], IconName> = { approve: 'eye', review: 'eye', failed: 'alert', reconnect: 'link', consent: 'shield' }

/** What cannot go on without a person, each with the way there. A post in doubt is a question, not a failure as well. */
export function NeedsYou({ needs, influencer, onOpen }: { needs: readonly Need[]; influencer: Influencer; onOpen: (id: string) => void }) {
  const shown = needs.filter((need) => need.kind !== 'failed' || !needs.some((other) => other.kind === 'review' && other.video_id === need.video_id))
  const waiting = useWaiting().data?.length ?? 0
  if (!shown.length && !waiting) return null
  const row = 'flex w-full items-center gap-3 rounded-xl px-4 py-3 text-left hover:bg-sunk'
  return (
    <section className="rise card mt-8 p-1" aria-labelledby="needs">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 pb-1 pt-3">
        <h2 id="needs" className="text-lg font-semibold">
          Needs you
        </h2>
        {waiting > 0 && (
          <button type="button" className="button button-ink button-small" onClick={() => setAddress({ review: 'next' }, true)}>
            <Icon name="eye" />
            {waiting === 1 ? 'Review the post that waits' : `Review all ${waiting} posts that wait`}
          </button>
        )}
      </div>
      <ul>
        {shown.map((need, n) => {
          const inside = (
            <>
              <Icon name={ICON[need.kind]} className={need.kind === 'failed' ? 'text-bad' : 'text-ask'} />
              <span className="flex-1">{need.text}</span>
              <span className="font-medium text-persona-ink">{needWord[need.kind]}</span>
            </>
          )
          const video = need.video_id
          return (
            <li key={`${need.kind}-${need.video_id ?? need.channel_id ?? n}`}>
              {video ? (
                <button type="button" className={row} onClick={() => (need.kind === 'approve' ? setAddress({ review: video }, true) : onOpen(video))}>
                  {inside}
                </button>
              ) : (
                <Link href={`/influencer/${influencer.id}?tab=${need.kind === 'consent' ? 'face' : 'channels'}`} className={row}>
                  {inside}
                </Link>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
