/** A moon between new (0) and full (1). */
export function Moon({ t, size = 18, className }: { t: number; size?: number; className?: string }) {
  const bulge = 1 - 2 * Math.min(1, Math.max(0, t))
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" className={className} aria-hidden="true">
      <circle cx="10" cy="10" r="8.6" fill="var(--sunk)" stroke="currentColor" strokeWidth="1.2" />
      {t > 0 && <path d={`M10 1.4A8.6 8.6 0 0 1 10 18.6A${Math.abs(bulge) * 8.6} 8.6 0 0 ${bulge < 0 ? 1 : 0} 10 1.4`} fill="currentColor" />}
    </svg>
  )
}

/** A phase as ten moons, today's the largest; what is still to come stays pale. */
export function Moons({ day, days }: { day: number; days: number }) {
  const now = Math.min(9, Math.max(0, Math.round(((day - 1) / Math.max(1, days - 1)) * 9)))
  return (
    <div className="moons text-persona" role="img" aria-label={`Day ${day} of ${days}`}>
      {Array.from({ length: 10 }, (_, n) => n).map((n) => (
        <Moon key={n} t={n / 9} size={n === now ? 28 : 17} className={n > now ? 'text-edge' : ''} />
      ))}
    </div>
  )
}
