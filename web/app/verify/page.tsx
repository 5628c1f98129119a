import type { Metadata } from 'next'
import { Verify } from '@/components/provenance/verify'

export const metadata: Metadata = { title: 'Where does it come from?' }

export default function Page() {
  return <Verify />
}
