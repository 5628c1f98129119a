import type { Metadata } from 'next'
import { SignIn } from '@/components/shell/sign-in'

export const metadata: Metadata = { title: 'Sign in' }

export default function Page() {
  return <SignIn />
}
