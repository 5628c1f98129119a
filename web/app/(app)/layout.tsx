import type { ReactNode } from 'react'
import { Shell } from '@/components/shell/shell'
import { askFirst } from '@/lib/first'

export default function AppLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours; the page's policy names its hash */}
      <script dangerouslySetInnerHTML={{ __html: askFirst }} />
      <Shell>{children}</Shell>
    </>
  )
}
