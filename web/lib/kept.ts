'use client'
import { useCallback, useEffect, useState } from 'react'

/** State that survives a reload of the tab, so that nothing typed is lost. Read after hydration only. */
export function useKept<T extends object>(name: string, start: () => T): [T | undefined, (change: Partial<T>) => void, () => void] {
  const [value, setValue] = useState<T>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the start value is only for the first time
  useEffect(() => {
    const fresh = start()
    try {
      const kept: unknown = JSON.parse(window.sessionStorage.getItem(name) ?? 'null')
      setValue(kept && typeof kept === 'object' ? { ...fresh, ...kept } : fresh)
    } catch {
      setValue(fresh)
    }
  }, [name])
  useEffect(() => {
    if (!value) return
    try {
      window.sessionStorage.setItem(name, JSON.stringify(value))
    } catch {
      // A browser that keeps nothing still lets people type.
    }
  }, [name, value])
  const change = useCallback((part: Partial<T>) => setValue((before) => (before ? { ...before, ...part } : before)), [])
  const forget = useCallback(() => {
    try {
      window.sessionStorage.removeItem(name)
    } catch {
      // Nothing was kept.
    }
  }, [name])
  return [value, change, forget]
}
