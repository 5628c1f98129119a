'use client'
import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False on the server and in the first render, so that what depends on the browser never differs from the exported page. */
export function useHydrated(): boolean {
  return useSyncExternalStore(never, () => true, () => false)
}
