'use client'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { findFace } from '@/api/wizard'
import { clamped, middle, type Square } from '@/lib/square'

const STEP = 0.02

/** A photograph with the square her face is in, found where it can be: drag it, move it with the arrow keys, make it larger or smaller. */
export function FaceCrop({ file, busy, onCut, onCancel }: { file: File; busy: boolean; onCut: (square: Square) => void; onCancel: () => void }) {
  const [url, setUrl] = useState('')
  const [size, setSize] = useState<{ wide: number; high: number }>()
  const [square, setSquare] = useState<Square>({ x: 0, y: 0, size: 0 })
  const grip = useRef<{ x: number; y: number } | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  const touched = useRef(false)
  const move = (next: Square) => {
    touched.current = true
    if (size) setSquare(clamped(next, size))
  }
  const at = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const scale = (size?.wide ?? 0) / box.width
    return { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale }
  }
  const press = (event: KeyboardEvent) => {
    const far = STEP * (size?.wide ?? 0)
    const way = { ArrowLeft: [-far, 0], ArrowRight: [far, 0], ArrowUp: [0, -far], ArrowDown: [0, far] }[event.key]
    if (!way) return
    event.preventDefault()
    move({ ...square, x: square.x + (way[0] ?? 0), y: square.y + (way[1] ?? 0) })
  }
  const share = (part: number, whole: number) => `${(100 * part) / whole}%`
  return (
    <div className="flex flex-col gap-3">
      <div
        className="relative max-w-[320px] touch-none select-none overflow-hidden rounded-xl bg-sunk"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          const { x, y } = at(event)
          const inside = x > square.x && y > square.y && x < square.x + square.size && y < square.y + square.size
          grip.current = inside ? { x: x - square.x, y: y - square.y } : { x: square.size / 2, y: square.size / 2 }
          move({ ...square, x: x - grip.current.x, y: y - grip.current.y })
        }}
        onPointerMove={(event) => {
          if (!grip.current) return
          const { x, y } = at(event)
          move({ ...square, x: x - grip.current.x, y: y - grip.current.y })
        }}
        onPointerUp={() => {
          grip.current = null
        }}
      >
        {url && (
          <img
            src={url}
            alt="Your upload"
            draggable={false}
            className="block w-full"
            onLoad={(event) => {
              const { naturalWidth: wide, naturalHeight: high } = event.currentTarget
              setSize({ wide, high })
              setSquare(middle({ wide, high }))
              // A photograph in which no face is found, or that cannot be asked about, is cut by hand.
              findFace(file)
                .then((found) => found && !touched.current && setSquare(clamped(found, { wide, high })))
                .catch(() => undefined)
            }}
          />
        )}
        {size && (
          <button
            type="button"
            aria-label="The square with the face. Move it with the arrow keys."
            onKeyDown={press}
            className="absolute cursor-move rounded-lg border-2 border-white shadow-[0_0_0_9999px_oklch(15%_0.03_300/0.55)]"
            style={{ left: share(square.x, size.wide), top: share(square.y, size.high), width: share(square.size, size.wide), aspectRatio: 1 }}
          />
        )}
      </div>
      {size && (
        <label className="flex max-w-[320px] flex-col gap-1 text-[13px] text-soft">
          How much of it
          <input
            type="range"
            className="range"
            min={Math.min(64, size.wide, size.high)}
            max={Math.min(size.wide, size.high)}
            value={square.size}
            style={{ '--at': share(square.size, Math.min(size.wide, size.high)) } as React.CSSProperties}
            onChange={(event) => {
              const next = Number(event.target.value)
              const shift = (square.size - next) / 2
              move({ x: square.x + shift, y: square.y + shift, size: next })
            }}
          />
        </label>
      )}
      <div className="flex gap-2">
        <button type="button" className="button button-ink" disabled={!size || busy} onClick={() => onCut(square)}>
          {busy ? 'Uploading…' : 'Use this square'}
        </button>
        <button type="button" className="button button-bare" disabled={busy} onClick={onCancel}>
          Another picture
        </button>
      </div>
    </div>
  )
}
