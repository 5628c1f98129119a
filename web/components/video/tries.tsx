'use client'
import { Refusal, Skeleton } from '@/components/ui/notes'
import { When } from '@/components/ui/when'
import { usePublication } from '@/api/videos'
import { tell } from '@/lib/publication'

/** Everything that was tried for one publication, each line written before the call and after it. */
export function Tries({ id, zone }: { id: string; zone: string }) {
  const whole = usePublication(id)
  if (whole.error) return <Refusal error={whole.error} again={() => void whole.refetch()} />
  if (!whole.data) return <Skeleton className="h-20" />
  if (!whole.data.attempts.length) return <p className="mt-2 text-soft">Nothing was tried yet.</p>
  return (
    <ol className="mt-2 flex flex-col gap-1.5 border-l border-line pl-3">
      {whole.data.attempts.map((attempt, n) => {
        const { what, how } = tell(attempt)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end
          <li key={n}>
            <When at={attempt.at} zone={zone} style="time" className="mr-2 text-[12px] text-faint" />
            {what}
            {how && <span className="block break-words text-soft">{how}</span>}
          </li>
        )
      })}
    </ol>
  )
}
