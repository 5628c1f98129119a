import Link from 'next/link'
import { Mark } from '@/components/shell/mark'

export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col items-start justify-center gap-5 p-6">
      <Mark />
      <h1 className="text-5xl font-bold leading-none">Nothing was filmed here.</h1>
      <p className="text-[17px] text-soft">This address has no page. It may be old or mistyped.</p>
      <Link href="/dashboard" className="button button-ink">
        Back to today
      </Link>
    </main>
  )
}
