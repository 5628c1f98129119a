'use client'
import { useSyncExternalStore } from 'react'

const QUERY = '(max-width: 47.99rem)'

function listen(tell: () => void): () => void {
  const media = window.matchMedia(QUERY)
  media.addEventListener('change', tell)
  return () => media.removeEventListener('change', tell)
}

/** Whether the window is as narrow as a phone. */
export function usePhone(): boolean {
  return useSyncExternalStore(listen, () => window.matchMedia(QUERY).matches, () => false)
}
