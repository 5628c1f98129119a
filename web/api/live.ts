'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** A film at work tells much in a second; the screens ask at most this often. */
const CALM = 800

/** Reads the journal as it is written and lets every screen that shows the thing concerned ask again. */
export function useLive(on: boolean): void {
  const cache = useQueryClient()
  useEffect(() => {
    if (!on || typeof EventSource === 'undefined') return
    const source = new EventSource('/api/events')
    let timer: ReturnType<typeof setTimeout> | undefined
    const told = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        void cache.invalidateQueries()
      }, CALM)
    }
    source.addEventListener('journal', told)
    source.addEventListener('change', told)
    return () => {
      clearTimeout(timer)
      source.close()
    }
  }, [cache, on])
}
