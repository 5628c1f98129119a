'use client'
import type { ScreenProps } from './screen-props'

const ways = [
  [true, 'Instagram sandbox', 'Reels and stories on a pretend Instagram on this machine, from the first day.'],
  [false, 'Nowhere yet', 'Films are made but go nowhere. A channel can be added later.'],
] as const

export function ChannelsScreen({ doc, change }: ScreenProps) {
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="sr-only">Channels</legend>
      {ways.map(([sandbox, name, text]) => (
        <label key={name} className="choice flex-col gap-1 p-5">
          <input type="radio" name="channel" className="sr-only" checked={doc.sandbox === sandbox} onChange={() => change((before) => ({ ...before, sandbox }))} />
          <span className="display text-[22px] font-semibold">{name}</span>
          <span className="text-soft">{text}</span>
        </label>
      ))}
    </fieldset>
  )
}
