import type { Metadata } from 'next'
import { InfluencerPage } from '@/components/persona/influencer-page'

export const metadata: Metadata = { title: 'Persona' }
export const dynamicParams = false

export function generateStaticParams() {
  return [{ id: '_' }]
}

export default function Page() {
  return <InfluencerPage />
}
