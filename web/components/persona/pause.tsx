'use client'
import { toast } from 'sonner'
import { useChangeInfluencer } from '@/api/influencers'
import type { Influencer } from '@/api/types'
import { Icon } from '@/components/ui/icon'
import { firstName } from '@/lib/words'

/** Holds everything of hers back until somebody lets her go on. */
export function Pause({ who }: { who: Influencer }) {
  const change = useChangeInfluencer(who.id)
  const name = firstName(who)
  const turn = () => change.mutate({ change: { paused: !who.paused }, rev: who.rev }, { onError: (error) => toast.error(error.message) })
  return (
    <section className="flex flex-col items-start gap-3 border-t border-line pt-6" aria-labelledby="pause">
      <h2 id="pause" className="text-lg font-semibold">
        {who.paused ? `${name} is paused` : 'Pause'}
      </h2>
      <p className="max-w-[62ch] text-soft">While {name} is paused nothing is made or sent. The plans stay. Afterwards what is at most two hours late goes out by itself; a film that was to be made meanwhile waits for your Retry.</p>
      <button type="button" className="button button-line" disabled={change.isPending} onClick={turn}>
        <Icon name={who.paused ? 'play' : 'pause'} />
        {who.paused ? `Let ${name} go on` : `Pause ${name}`}
      </button>
    </section>
  )
}
