'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useInfluencers } from '@/api/influencers'
import { Refusal } from '@/components/ui/notes'

/** The door: to the dashboard, or to the wizard when nobody lives here yet. */
export default function Home() {
  const router = useRouter()
  const cast = useInfluencers()
  useEffect(() => {
    if (cast.data) router.replace(cast.data.length ? '/dashboard' : '/onboarding')
  }, [cast.data, router])
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <h1 className="sr-only">Sorcerer</h1>
      {cast.error ? <Refusal error={cast.error} again={() => void cast.refetch()} /> : <p className="text-soft">Opening…</p>}
    </main>
  )
}
