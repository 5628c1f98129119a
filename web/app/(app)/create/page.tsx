import type { Metadata } from 'next'
import { CreatePage } from '@/components/video/create-page'

export const metadata: Metadata = { title: 'Create' }

export default function Page() {
  return <CreatePage />
}
