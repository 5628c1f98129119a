'use client'
import { useState } from 'react'

/** A sponsor's logo, or the first letter until there is one. */
export function Logo({ name, url, size = 56 }: { name: string; url: string | null | undefined; size?: number }) {
  const [broken, setBroken] = useState<string | null>(null)
  return (
    <span className="display grid shrink-0 place-items-center overflow-hidden rounded-2xl border border-line bg-white font-bold text-[oklch(30%_.03_300)]" style={{ width: size, height: size, fontSize: size * 0.42 }} aria-hidden="true">
      {url && url !== broken ? <img src={url} alt="" className="size-full object-contain p-1.5" onError={() => setBroken(url)} /> : name.charAt(0).toUpperCase() || '?'}
    </span>
  )
}
