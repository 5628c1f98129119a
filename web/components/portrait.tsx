'use client'
import { useState } from 'react'

type Props = { name: string; hue: number; url: string | null | undefined; size?: number; round?: boolean; className?: string }

/** Her face; until there is one, her initials on her colour. */
export function Portrait({ name, hue, url, size = 40, round = true, className }: Props) {
  const [broken, setBroken] = useState<string | null>(null)
  const initials = name.split(/\s+/).map((word) => word[0] ?? '').slice(0, 2).join('').toUpperCase()
  const box = { width: size, height: size, fontSize: size * 0.38, background: `linear-gradient(145deg, oklch(78% 0.12 ${hue + 30}), oklch(52% 0.17 ${hue}))` }
  return (
    <span className={`display grid shrink-0 place-items-center overflow-hidden font-bold text-white ${round ? 'rounded-full' : 'rounded-2xl'} ${className ?? ''}`} style={box}>
      {url && url !== broken ? <img src={url} alt="" width={size} height={size} className="size-full object-cover" onError={() => setBroken(url)} /> : <span aria-hidden="true">{initials || '·'}</span>}
    </span>
  )
}
