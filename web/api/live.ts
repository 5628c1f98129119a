'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** Reads the journal as it is written and lets every screen that shows the thing concerned ask again. */
export function useLive(on: boolean): void {
  const cache = useQueryClient()
  useEffect(() => {
    if (!on || typeof EventSource === 'undefined') return
    const source = new EventSource('/api/events')
    let timer: ReturnType<typeof setTimeout> | undefined
    source.addEventListener('journal', () => {
      clearTimeout(timer)
      timer = setTimeout(() => void cache.invalidateQueries(), 250)
    })
    return () => {
      clearTimeout(timer)
      source.close()
    }
  }, [cache, on])
}
