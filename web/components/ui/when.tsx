'use client'
import { sayForViewer, sayMoment, sayZone, timeOf } from '@/lib/dates'
import { useHydrated } from '@/lib/hydrated'

type Props = { at: string; zone: string; style?: 'moment' | 'time'; withZone?: boolean; className?: string }

/** A moment on her wall clock; whoever points at it reads their own. */
export function When({ at, zone, style = 'moment', withZone = false, className }: Props) {
  const hydrated = useHydrated()
  if (!hydrated) return null
  return (
    <time dateTime={at} title={`For you: ${sayForViewer(at)}`} className={`num ${className ?? ''}`}>
      {style === 'time' ? timeOf(at, zone) : sayMoment(at, zone)}
      {withZone && <span className="text-faint"> {sayZone(zone)}</span>}
    </time>
  )
}
