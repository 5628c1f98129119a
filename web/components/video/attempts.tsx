'use client'
import { useEffect, useState } from 'react'
import { toast } from 'sonner'
import type { Attempt, MadeStage, Video } from '@/api/types'
import { useSteps, useVideoVerbs } from '@/api/videos'
import { Icon } from '@/components/ui/icon'
import { sayAgo } from '@/lib/ago'
import { money, stageName } from '@/lib/words'

const FREE: Video['status'][] = ['failed', 'missed', 'ready']

/** What was tried to make a film, as it happens: each stage, how long it took, what it cost, why it was tried again. */
export function Attempts({ video }: { video: Video }) {
  const [open, setOpen] = useState(video.status === 'processing')
  const steps = useSteps(video.id, open)
  const list = (steps.data ?? []).filter((step) => step.rev === video.rev)
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="rounded-xl border border-line">
      <summary className="cursor-pointer px-4 py-2.5 text-[14px] font-medium">How it is made</summary>
      <ol className="border-t border-line px-4 py-1">
        {list.map((step) => (
          <Row key={`${step.stage}${step.attempt}`} step={step} video={video} />
        ))}
        {steps.data && !list.length && <li className="py-2 text-[13px] text-soft">Nobody has begun yet.</li>}
      </ol>
    </details>
  )
}

function Row({ step, video }: { step: Attempt; video: Video }) {
  const { again } = useVideoVerbs()
  const running = !step.ended_at
  const took = useSeconds(step)
  return (
    <li className="grid grid-cols-[18px_minmax(0,1fr)_auto] items-center gap-x-2 border-b border-line py-2 text-[14px] last:border-0">
      <Icon name={running ? 'bolt' : step.error ? 'alert' : 'check'} size={13} className={`${running ? 'text-persona-ink' : step.error ? 'text-bad' : 'text-good'}`} />
      <span>
        {stageName(step.stage)}
        {step.attempt > 1 && <span className="text-soft"> · attempt {step.attempt}</span>}
      </span>
      <span className="flex items-baseline gap-3">
        <span className="num text-[13px] text-soft">
          {running ? `${sayAgo(took)} so far` : took < 1 ? 'under 1 s' : sayAgo(took)}
          {step.cost_usd > 0 && ` · ${money(step.cost_usd)}`}
        </span>
        {FREE.includes(video.status) && !running && !step.error && (
          <button
            type="button"
            className="text-[13px] text-persona-ink hover:underline"
            disabled={again.isPending}
            aria-label={`Make again from ${stageName(step.stage)}`}
            onClick={() => again.mutate({ id: video.id, stage: step.stage as MadeStage }, { onError: (error) => toast.error(error.message) })}
          >
            again
          </button>
        )}
      </span>
      {step.error && <span className="col-span-2 col-start-2 mt-0.5 text-[13px] text-soft">{step.error}</span>}
    </li>
  )
}

/** How long an attempt took, or takes so far. */
function useSeconds(step: Attempt): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (step.ended_at) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [step.ended_at])
  return Math.max(0, (Date.parse(step.ended_at ?? new Date(now).toISOString()) - Date.parse(step.started_at)) / 1000)
}
