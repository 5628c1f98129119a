import type { ReactNode } from 'react'
import { Shell } from '@/components/shell/shell'

/** What every page behind the door asks for first; asked for while the scripts still come, it is there when they run. */
const FIRST = ['/api/account', '/api/influencer?limit=100', '/api/health']

export default function AppLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {FIRST.map((path) => (
        <link key={path} rel="preload" as="fetch" href={path} crossOrigin="anonymous" />
      ))}
      <Shell>{children}</Shell>
    </>
  )
}
