'use client'
import { useState } from 'react'
import type { Video } from '@/api/types'

type Props = { video: Pick<Video, 'kind' | 'thumbnail_url' | 'status'> | undefined; className?: string; large?: boolean }

/** A film as a strip of film with sprocket holes, a story as a plain print; dashed and empty until it is made. */
export function Frame({ video, className, large = false }: Props) {
  const [broken, setBroken] = useState<string | null>(null)
  const url = video?.thumbnail_url
  const failed = video?.status === 'failed' || video?.status === 'missed'
  if (url && url !== broken) {
    return (
      <span className={`relative block overflow-hidden bg-sunk ${large ? 'rounded-xl' : 'rounded-[5px]'} ${video.kind === 'reel' && !large ? 'sprockets px-[5px]' : ''} ${className ?? ''}`}>
        <img src={url} alt="" loading="lazy" className="size-full object-cover" onError={() => setBroken(url)} />
      </span>
    )
  }
  return (
    <span className={`relative grid place-items-center overflow-hidden border-[1.5px] border-dashed bg-sunk/60 ${failed ? 'border-bad' : 'border-edge'} ${large ? 'rounded-xl' : 'rounded-[5px]'} ${className ?? ''}`}>
      {large && video && video.status !== 'processing' && <span className="num text-[12px] text-faint">{video.kind}</span>}
      {video?.status === 'processing' && <i className="breathe size-2 rounded-full bg-live ring-1 ring-live-ink/40" />}
    </span>
  )
}
