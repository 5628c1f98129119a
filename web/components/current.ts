'use client'
import { useEffect } from 'react'
import { useInfluencers } from '@/api/influencers'
import type { Influencer } from '@/api/types'
import { useAddress } from '@/lib/address'
import { useHydrated } from '@/lib/hydrated'

const LAST = 'sorcerer:who'

function last(): string | undefined {
  try {
    return window.localStorage.getItem(LAST) ?? undefined
  } catch {
    return undefined
  }
}

/** The persona a page is about: the address says it, else the one looked at last, else the first. */
export function useCurrent() {
  const cast = useInfluencers()
  const hydrated = useHydrated()
  const [asked, choose] = useAddress('who')
  const wanted = asked ?? (hydrated ? last() : undefined)
  const who: Influencer | undefined = hydrated ? (cast.data?.find((one) => one.id === wanted) ?? cast.data?.[0]) : undefined
  useEffect(() => {
    if (!who) return
    try {
      window.localStorage.setItem(LAST, who.id)
    } catch {
      // A browser that keeps nothing shows the first persona instead.
    }
  }, [who])
  return { cast, who, choose }
}
