'use client'
import { useState } from 'react'
import type { Influencer, Video } from '@/api/types'
import { Icon } from '@/components/ui/icon'
import type { Network } from '@/lib/network'
import { Feed } from './feed'

type Shown = Pick<Video, 'kind' | 'status' | 'caption' | 'thumbnail_url' | 'film_url' | 'progress' | 'sponsor_id'>
type Props = { who: Pick<Influencer, 'name' | 'handle' | 'hue' | 'face_url'>; video: Shown; network?: Network; line?: string; sponsor?: string; width?: number; play?: boolean }

/** The post as a phone shows it in a network's feed; while its film plays, the browser's own handles take the feed's place. */
export function Phone({ who, video, network = 'instagram', line, sponsor, width = 214, play = false }: Props) {
  const [broken, setBroken] = useState<string | null>(null)
  const [playing, setPlaying] = useState(false)
  const still = video.thumbnail_url && video.thumbnail_url !== broken ? video.thumbnail_url : undefined
  const film = play && video.kind === 'reel' ? video.film_url : null
  const plays = playing && film
  const making = video.status === 'processing'
  const ground = `linear-gradient(160deg, oklch(70% 0.09 ${who.hue + 30}), oklch(32% 0.1 ${who.hue - 20}))`
  return (
    <div className="shrink-0 overflow-hidden rounded-[26px] bg-bezel p-[5px] shadow-[0_24px_60px_-24px_oklch(30%_.1_300/.55)]" style={{ width }}>
      <div className="relative aspect-[9/16] overflow-hidden rounded-[21px] text-white" style={{ background: ground }}>
        {plays ? (
          // biome-ignore lint/a11y/useMediaCaption: the words are burnt into the picture when the film is cut
          <video src={plays} poster={still} controls autoPlay playsInline onEnded={() => setPlaying(false)} className="size-full object-cover" />
        ) : (
          <Still url={still ?? who.face_url} dim={!still} onBroken={setBroken} />
        )}
        {making && (
          <p className="num absolute left-3 top-3 z-10 flex items-center gap-1.5 rounded-full bg-black/70 px-2 py-0.5 text-[12px]">
            <i className="breathe size-1.5 rounded-full bg-live" />
            {Math.round(video.progress * 100)}%
          </p>
        )}
        {!plays && !still && line && <p className="absolute inset-x-5 top-[52%] line-clamp-4 text-center text-[15px] font-semibold leading-snug [text-shadow:0_1px_10px_rgb(0_0_0/.8)]">{line}</p>}
        {!plays && <Feed who={who} network={network} story={video.kind === 'story'} caption={video.caption} paid={!!(video.sponsor_id || sponsor)} brand={sponsor ?? ''} />}
        {film && !playing && (
          <button type="button" onClick={() => setPlaying(true)} aria-label="Play the film" className="absolute left-1/2 top-[44%] grid size-12 -translate-x-1/2 -translate-y-1/2 place-items-center !rounded-full bg-black/55 backdrop-blur-sm hover:bg-black/75">
            <Icon name="play" size={22} />
          </button>
        )}
        {making && (
          <div className="absolute inset-x-0 bottom-0 h-1 bg-white/25">
            <div className="h-full bg-live transition-[width]" style={{ width: `${video.progress * 100}%` }} />
          </div>
        )}
      </div>
    </div>
  )
}

/** The cover; until there is one her face stands in, darkened so that nobody takes it for the film. */
function Still({ url, dim, onBroken }: { url: string | null | undefined; dim: boolean; onBroken: (url: string) => void }) {
  if (!url) return null
  return <img src={url} alt="" className={`size-full object-cover ${dim ? 'blur-[3px] brightness-[.72] saturate-[.8]' : ''}`} onError={() => onBroken(url)} />
}
