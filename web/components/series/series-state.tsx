import { Icon, type IconName } from '@/components/ui/icon'
import type { SeriesState as State } from '@/lib/series'

const SAID: Record<State, [IconName, string, string]> = {
  on: ['play', 'Goes on', 'text-good'],
  filled: ['check', 'Planned to its end', 'text-good'],
  paused: ['pause', 'Paused', 'text-ask'],
  ended: ['dash', 'Ended', 'text-soft'],
}

/** Where a series stands, as icon and word. */
export function SeriesState({ state }: { state: State }) {
  const [mark, word, tone] = SAID[state]
  return (
    <span className={`inline-flex items-center gap-1 text-[13px] font-medium ${tone}`}>
      <Icon name={mark} size={13} />
      {word}
    </span>
  )
}
