import type { Video } from '@/api/types'
import { stageDone, stages } from '@/lib/words'

/** The six steps from an idea to a post, each as far as it is. */
export function Stages({ video, className }: { video: Video; className?: string }) {
  return (
    <ol className={`flex flex-col justify-between gap-3 text-[13px] ${className ?? ''}`} aria-label="Steps">
      {stages.map(([stage, name]) => {
        const done = stageDone(video, stage)
        const broke = video.failure?.stage === stage && video.status === 'failed'
        return (
          <li key={stage} className={done || broke ? 'text-ink' : 'text-faint'}>
            <span className="mb-1 block h-1 overflow-hidden rounded-full bg-sunk">
              <span className={`block h-full ${broke ? 'bg-bad' : 'bg-persona'}`} style={{ width: `${(broke ? 1 : done) * 100}%` }} />
            </span>
            {name}
            {broke && <span className="text-bad"> stopped</span>}
            <span className="sr-only">{done === 1 ? ' done' : done ? ' in progress' : ''}</span>
          </li>
        )
      })}
    </ol>
  )
}
