'use client'
import { useHealth } from '@/api/health'
import { Icon } from '@/components/ui/icon'
import { sayAgo } from '@/lib/ago'

/** Says that nobody works, while nobody does: posts would wait without a word. */
export function Quiet() {
  const worker = useHealth().data?.worker
  if (!worker || worker.alive) return null
  const seen = worker.beat_age_s === null || worker.beat_age_s === undefined ? 'No worker has run here yet' : `The worker was last heard of ${sayAgo(worker.beat_age_s)} ago`
  return (
    <p role="status" className="flex items-start gap-2.5 border-b border-ask/40 bg-sunk px-8 py-2.5 text-[14px] max-md:px-4">
      <Icon name="alert" className="mt-0.5 shrink-0 text-ask" />
      <span>
        <strong className="font-semibold">Nothing is made or posted right now.</strong> {seen}. Start it with <code className="num">make run</code>; what waits goes on by itself.
      </span>
    </p>
  )
}
