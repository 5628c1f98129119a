import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { client, ok } from './client'

const PAUSE = 400

/** What of a text nobody who is made by AI can say; asked when the typing rests. */
export function useClaims(text: string, sponsored: boolean) {
  const [rested, setRested] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setRested(text.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  return useQuery({
    queryKey: ['claims', rested, sponsored],
    enabled: rested.length > 8,
    queryFn: () => ok(client.POST('/api/claims/check', { body: { text: rested, sponsored } })),
    placeholderData: (before) => (rested.length > 8 ? before : undefined),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
