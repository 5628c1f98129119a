'use client'
import { type ComponentProps, useState } from 'react'
import { useChannels } from '@/api/channels'
import { networksOf, shownOn } from '@/lib/network'
import { Phone } from './phone'

/** The phone once for each network she posts on, one at a time. */
export function OnEach({ influencer, ...phone }: Omit<ComponentProps<typeof Phone>, 'network'> & { influencer: string }) {
  const [asked, setAsked] = useState<string>()
  const found = networksOf(useChannels().data ?? [], influencer)
  const network = found.find((one) => one === asked) ?? found[0]
  return (
    <div className="flex flex-col items-center gap-3">
      <Phone {...phone} network={network} />
      {found.length > 1 && (
        <div role="group" aria-label="As it looks on" className="segments text-[12px]">
          {found.map((one) => (
            <button key={one} type="button" className="!px-2" aria-pressed={one === network} onClick={() => setAsked(one)}>
              {shownOn(one).tab}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
