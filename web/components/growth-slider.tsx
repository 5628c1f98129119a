'use client'
import { type CSSProperties, useId } from 'react'

type Props = { label: string; value: number; min: number; max: number; step: number; unit: (value: number) => string; onChange: (value: number) => void; onDone?: (value: number) => void; disabled?: boolean }

/** How much she posts: the intensity of what the AI does by itself. */
export function GrowthSlider({ label, value, min, max, step, unit, onChange, onDone, disabled }: Props) {
  const id = useId()
  const at = ((value - min) / (max - min)) * 100
  const done = () => onDone?.(value)
  return (
    <div className={disabled ? 'opacity-60' : ''}>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <output htmlFor={id} className="num text-[13px] text-soft">
          {unit(value)}
        </output>
      </div>
      <input
        id={id}
        type="range"
        className="range mt-1"
        style={{ '--at': `${at}%` } as CSSProperties}
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={disabled}
        aria-valuetext={unit(value)}
        onChange={(event) => onChange(Number(event.target.value))}
        onPointerUp={done}
        onKeyUp={done}
        onBlur={done}
      />
    </div>
  )
}

export const perWeek = (n: number) => `${n.toLocaleString('en-GB')} ${n === 1 ? 'reel' : 'reels'} a week`
export const perDay = (n: number) => (n === 0 ? 'no stories' : `${n.toLocaleString('en-GB')} ${n === 1 ? 'story' : 'stories'} a day`)
