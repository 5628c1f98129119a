import type { Video } from '@/api/types'
import { Icon } from '@/components/ui/icon'
import { frozen } from '@/lib/calendar'

/** One post of a series is changed on the post itself. */
export function OnlyThis({ video, onOne }: { video: Video; onOne: (form: 'move' | 'edit') => void }) {
  const stays = frozen(video)
  if (stays) return <p className="text-[14px] text-soft">{stays}</p>
  return (
    <div className="flex flex-col gap-2">
      <p className="text-[14px] text-soft">One post is changed on the post itself, like any other: its words, or its day and hour.</p>
      <div className="flex flex-wrap gap-2">
        <button type="button" className="button button-ink button-small" onClick={() => onOne('edit')}>
          <Icon name="edit" />
          Edit its words
        </button>
        <button type="button" className="button button-line button-small" onClick={() => onOne('move')}>
          <Icon name="move" />
          Move it
        </button>
      </div>
    </div>
  )
}
