'use client'
import { useCallback, useSyncExternalStore } from 'react'

const CHANGED = 'sorcerer:address'

function listen(tell: () => void): () => void {
  window.addEventListener('popstate', tell)
  window.addEventListener(CHANGED, tell)
  return () => {
    window.removeEventListener('popstate', tell)
    window.removeEventListener(CHANGED, tell)
  }
}

/** Changes words of the address in one go; an undefined one is taken out. */
export function setAddress(words: Record<string, string | undefined>, push = false): void {
  const address = new URL(window.location.href)
  for (const [name, value] of Object.entries(words)) {
    if (value === undefined) address.searchParams.delete(name)
    else address.searchParams.set(name, value)
  }
  if (push) window.history.pushState(window.history.state, '', address)
  else window.history.replaceState(window.history.state, '', address)
  window.dispatchEvent(new Event(CHANGED))
}

/** One word of state that lives in the address, so that a page can be shared, reloaded and gone back to. */
export function useAddress(name: string): [string | undefined, (value: string | undefined, push?: boolean) => void] {
  const value = useSyncExternalStore(listen, () => new URLSearchParams(window.location.search).get(name) ?? undefined, () => undefined)
  const set = useCallback((next: string | undefined, push = false) => setAddress({ [name]: next }, push), [name])
  return [value, set]
}
