'use client'
import { useState } from 'react'
import type { Influencer, Video } from '@/api/types'
import { Portrait } from '@/components/portrait'

type Shown = Pick<Video, 'kind' | 'status' | 'caption' | 'thumbnail_url' | 'film_url' | 'progress' | 'sponsor_id'>
type Props = { who: Pick<Influencer, 'name' | 'handle' | 'hue' | 'face_url'>; video: Shown; line?: string; sponsor?: string; width?: number; play?: boolean }

/** The post as a phone shows it: her name, the caption's first lines, and both labels where the platform draws them. */
export function Phone({ who, video, line, sponsor, width = 214, play = false }: Props) {
  const [broken, setBroken] = useState<string | null>(null)
  const still = video.thumbnail_url && video.thumbnail_url !== broken ? video.thumbnail_url : undefined
  const film = play && video.kind === 'reel' ? video.film_url : null
  const making = video.status === 'processing'
  const ground = `linear-gradient(160deg, oklch(70% 0.09 ${who.hue + 30}), oklch(32% 0.1 ${who.hue - 20}))`
  return (
    <div className="shrink-0 overflow-hidden rounded-[26px] bg-bezel p-[5px] shadow-[0_24px_60px_-24px_oklch(30%_.1_300/.55)]" style={{ width }}>
      <div className="relative aspect-[9/16] overflow-hidden rounded-[21px] text-white" style={{ background: ground }}>
        {film ? (
          // biome-ignore lint/a11y/useMediaCaption: the words are burnt into the picture when the film is cut
          <video src={film} poster={still} controls playsInline preload="metadata" className="size-full object-cover" />
        ) : (
          <Still url={still ?? who.face_url} dim={!still} onBroken={setBroken} />
        )}
        {making && (
          <p className="num absolute left-3 top-3 z-10 flex items-center gap-1.5 rounded-full bg-black/70 px-2 py-0.5 text-[12px]">
            <i className="breathe size-1.5 rounded-full bg-live" />
            {Math.round(video.progress * 100)}%
          </p>
        )}
        {!film && (
          <div className="absolute inset-x-0 bottom-0 flex flex-col gap-1.5 bg-linear-to-t from-black/85 via-black/60 to-transparent p-3 pb-4 pt-20 text-[12.5px] leading-snug">
            <div className="flex items-center gap-2">
              <Portrait name={who.name} hue={who.hue} url={who.face_url} size={24} />
              <span className="min-w-0 leading-tight">
                <span className="block truncate font-semibold">{who.handle || 'handle'}</span>
                <span className="block text-[11px]">AI info{video.sponsor_id || sponsor ? ` · Paid partnership${sponsor ? ` with ${sponsor}` : ''}` : ''}</span>
              </span>
            </div>
            {(line || video.caption) && <p className="line-clamp-3">{line ?? video.caption}</p>}
          </div>
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
