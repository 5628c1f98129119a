'use client'
import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react'
import { toast } from 'sonner'
import type { Video } from '@/api/types'
import { frozen } from '@/lib/calendar'

const SLACK = 6
const HOLD = 250
type Grip = { video: Video; x: number; y: number; since: number; touch: boolean; lifted: boolean; source: HTMLElement; pointer: number }
export type Drag = { video: Video; x: number; y: number; over: string | undefined }

function dayUnder(x: number, y: number): string | undefined {
  const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-day]')
  return cell?.dataset.day
}

/** Carries a post from day to day: a mouse after a few pixels, a finger after a short hold so that scrolling stays scrolling. */
export function useDrag(onDrop: (video: Video, day: string) => void) {
  const grip = useRef<Grip>(undefined)
  const dropped = useRef(false)
  const drop = useRef(onDrop)
  const [drag, setDrag] = useState<Drag>()
  useEffect(() => {
    drop.current = onDrop
  })
  useEffect(() => {
    const move = (event: PointerEvent) => {
      const held = grip.current
      if (!held || held.pointer !== event.pointerId) return
      const far = Math.hypot(event.clientX - held.x, event.clientY - held.y) > SLACK
      if (!held.lifted) {
        if (!far) return
        if (held.touch && event.timeStamp - held.since < HOLD) {
          grip.current = undefined
          return
        }
        const why = frozen(held.video)
        if (why) {
          grip.current = undefined
          toast(why)
          return
        }
        held.lifted = true
      }
      event.preventDefault()
      setDrag({ video: held.video, x: event.clientX, y: event.clientY, over: dayUnder(event.clientX, event.clientY) })
    }
    const finish = (event: PointerEvent, keep: boolean) => {
      const held = grip.current
      grip.current = undefined
      setDrag(undefined)
      if (!held?.lifted) return
      dropped.current = true
      setTimeout(() => {
        dropped.current = false
      })
      const day = dayUnder(event.clientX, event.clientY)
      if (keep && day) drop.current(held.video, day)
    }
    const up = (event: PointerEvent) => finish(event, true)
    const cancel = (event: PointerEvent) => finish(event, false)
    const scroll = (event: TouchEvent) => grip.current?.lifted && event.cancelable && event.preventDefault()
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      grip.current = undefined
      setDrag(undefined)
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', cancel)
    window.addEventListener('touchmove', scroll, { passive: false })
    window.addEventListener('keydown', key)
    return () => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', cancel)
      window.removeEventListener('touchmove', scroll)
      window.removeEventListener('keydown', key)
    }
  }, [])
  const start = (video: Video) => (event: ReactPointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    grip.current = { video, x: event.clientX, y: event.clientY, since: event.timeStamp, touch: event.pointerType === 'touch', lifted: false, source: event.currentTarget, pointer: event.pointerId }
  }
  /** True for the click that a browser sends after a drop. */
  const wasDrop = () => dropped.current
  return { drag, start, wasDrop }
}

/** What hangs under the pointer while a post is carried. */
export function Carried({ drag }: { drag: Drag | undefined }) {
  if (!drag) return null
  return (
    <div className="pointer-events-none fixed z-40 max-w-56 truncate rounded-lg bg-ink px-3 py-1.5 text-[13px] font-medium text-paper shadow-xl" style={{ left: drag.x + 12, top: drag.y + 10 }} aria-hidden="true">
      {drag.video.title}
    </div>
  )
}
