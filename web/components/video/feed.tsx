import type { ReactNode } from 'react'
import type { Influencer } from '@/api/types'
import { Portrait } from '@/components/portrait'
import { folded, type Network, shownOn } from '@/lib/network'

type Props = { who: Pick<Influencer, 'name' | 'handle' | 'hue' | 'face_url'>; network: Network; story: boolean; caption: string; paid: boolean; brand: string }

/** What a network draws over a post: her name, the caption up to its fold, both labels, and the handles at the side. It keeps
    to the lowest fifth and the right edge, which the film leaves free for it. */
export function Feed({ who, network, story, caption, paid, brand }: Props) {
  const { fold, ai, paid: partnership, follow } = shownOn(network)
  const labels = [ai, ...(paid ? [partnership(brand)] : [])]
  const handle = who.handle || 'handle'
  if (story) return <StoryHead who={who} handle={handle} labels={labels} />
  const { seen, more } = folded(caption, fold)
  const portrait = <Portrait name={who.name} hue={who.hue} url={who.face_url} size={network === 'tiktok' ? 22 : 18} />
  return (
    <>
      <Rail network={network}>{network === 'tiktok' && portrait}</Rail>
      <div className="absolute inset-x-0 bottom-0 flex h-[21%] flex-col justify-end gap-[2px] bg-linear-to-t from-black/85 via-black/65 to-black/10 p-2 pr-9 text-[10.5px] leading-[1.3]">
        <div className="flex min-w-0 items-center gap-1.5">
          {network !== 'tiktok' && portrait}
          <span className="truncate text-[11px] font-semibold">{network === 'instagram' ? handle : `@${handle}`}</span>
          {follow && <span className={`shrink-0 rounded px-1 text-[9.5px] ${network === 'youtube' ? 'bg-white text-black' : 'border border-white/60'}`}>{follow}</span>}
        </div>
        <p className="-mr-2 text-[9.5px] font-medium leading-[1.2]">{labels.join(' · ')}</p>
        {seen && (
          <p className="flex min-w-0">
            <span className="truncate">{seen}</span>
            {more && <span className="shrink-0 pl-1 text-white/75">more</span>}
          </p>
        )}
      </div>
    </>
  )
}

function StoryHead({ who, handle, labels }: { who: Props['who']; handle: string; labels: string[] }) {
  return (
    <div className="absolute inset-x-0 top-0 flex flex-col gap-1.5 bg-linear-to-b from-black/70 to-transparent p-2 pb-5 text-[10.5px] leading-tight">
      <span className="h-[2px] rounded-full bg-white/80" />
      <div className="flex min-w-0 items-center gap-1.5">
        <Portrait name={who.name} hue={who.hue} url={who.face_url} size={20} />
        <span className="min-w-0">
          <span className="block truncate text-[11px] font-semibold">{handle}</span>
          <span className="block truncate">{labels.join(' · ')}</span>
        </span>
      </div>
    </div>
  )
}

const HEART = 'M10 16.5S3 12.4 3 7.7A3.7 3.7 0 0 1 10 6a3.7 3.7 0 0 1 7 1.7c0 4.7-7 8.8-7 8.8Z'
const THUMB = 'M3.5 9H6v7.5H3.5zM6 9.5l3.5-6c1.3 0 2 .8 2 2V8h4.2c1 0 1.7.9 1.5 1.9l-1.1 5.2c-.2.8-.9 1.4-1.7 1.4H6'
const WORDS = 'M10 16.5c3.9 0 7-2.8 7-6.3s-3.1-6.2-7-6.2-7 2.7-7 6.2c0 1.7.7 3.2 1.9 4.3L4 17.5l3.4-1.4c.8.3 1.7.4 2.6.4Z'
const SHARE = 'M17 3 3 9l5.5 2.5L11 17zM17 3l-8.5 8.5'

/** The handles a thumb finds; drawn, not to be pressed. */
function Rail({ network, children }: { network: Network; children: ReactNode }) {
  return (
    <div className="absolute bottom-[4%] right-1.5 flex flex-col items-center gap-3 [filter:drop-shadow(0_1px_3px_rgb(0_0_0/.6))]">
      {children}
      {[network === 'youtube' ? THUMB : HEART, WORDS, SHARE].map((path) => (
        <svg key={path} width={17} height={17} viewBox="0 0 20 20" fill={network === 'instagram' ? 'none' : 'currentColor'} stroke="currentColor" strokeWidth={1.5} strokeLinejoin="round" aria-hidden="true">
          <path d={path} />
        </svg>
      ))}
    </div>
  )
}
