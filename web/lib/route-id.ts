'use client'
import { usePathname } from 'next/navigation'
import { useHydrated } from './hydrated'

/** An exported dynamic route carries a placeholder, so the id is read from the address, and only after hydration. */
export function useRouteId(segment: string): string | undefined {
  const hydrated = useHydrated()
  const [, head, id] = usePathname().split('/')
  return hydrated && head === segment && id && id !== '_' ? decodeURIComponent(id) : undefined
}
