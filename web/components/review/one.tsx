'use client'
import type { ReactNode } from 'react'
import { useSponsors } from '@/api/sponsors'
import type { Channel, Influencer, Video } from '@/api/types'
import { Icon, type IconName } from '@/components/ui/icon'
import { EditForm } from '@/components/video/edit-form'
import { OnEach } from '@/components/video/on-each'
import { Words } from '@/components/video/words'
import { Facts } from './facts'

type Props = {
  video: Video
  who: Influencer
  channels: readonly Channel[]
  editing: boolean
  first: boolean
  last: boolean
  onEdit: (on: boolean) => void
  onApprove: () => void
  onOut: () => void
  onTurn: (way: number) => void
}

/** One post as its readers will see it, everything that is true of it, and what can be done under one key. */
export function One({ video, who, channels, editing, first, last, onEdit, onApprove, onOut, onTurn }: Props) {
  const sponsor = useSponsors().data?.find((one) => one.id === video.sponsor_id)
  return (
    <article className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-10 gap-y-6 max-md:grid-cols-1 max-md:pb-20" aria-labelledby="post">
      <div className="flex justify-center">
        <OnEach influencer={who.id} who={who} video={video} sponsor={sponsor?.company} width={262} play />
      </div>
      <div className="flex min-w-0 flex-col gap-5">
        <h2 id="post" className="text-2xl font-semibold" aria-live="polite">
          {video.title}
        </h2>
        <Facts video={video} who={who} channels={channels} sponsor={sponsor?.company} />
        {editing ? (
          <EditForm video={video} onDone={() => onEdit(false)} />
        ) : (
          <div className="sticky bottom-0 z-10 -mx-2 flex flex-wrap gap-2 bg-paper px-2 py-2 max-md:fixed max-md:inset-x-0 max-md:bottom-[64px] max-md:mx-0 max-md:justify-between max-md:gap-1.5 max-md:border-t max-md:border-line">
            <Deed letter="A" icon="check" name="Approve" look="button-ink" onClick={onApprove} />
            <Deed letter="E" icon="edit" name="Edit" onClick={() => onEdit(true)} />
            <Deed letter="X" icon="trash" name="Take out" look="button-bad" onClick={onOut} />
            <span className="ml-auto flex gap-2 max-md:ml-0 max-md:gap-1.5">
              <Deed letter="K" icon="left" name="Previous" brief onClick={() => onTurn(-1)} off={first} />
              <Deed letter="J" icon="right" name="Next" brief onClick={() => onTurn(1)} off={last} />
            </span>
          </div>
        )}
        <Words video={video} />
      </div>
    </article>
  )
}

type DeedProps = { letter: string; icon: IconName; name: string; look?: string; brief?: boolean; off?: boolean; onClick: () => void }

function Deed({ letter, icon, name, look = 'button-line', brief = false, off = false, onClick }: DeedProps): ReactNode {
  return (
    <button type="button" className={`button ${look} max-md:px-2.5 max-md:text-[14px]`} aria-keyshortcuts={letter} aria-label={brief ? name : undefined} disabled={off} onClick={onClick}>
      <Icon name={icon} />
      {!brief && name}
      <span aria-hidden="true" className="num text-[12px] opacity-70 max-md:hidden">{letter}</span>
    </button>
  )
}
