import type { ReactNode } from 'react'

/** One part of a long form: its name beside it, or above it on a phone. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid grid-cols-[150px_minmax(0,1fr)] gap-6 border-t border-line pt-6 first:border-0 first:pt-0 max-md:grid-cols-1 max-md:gap-4">
      <h2 className="text-lg font-semibold">{title}</h2>
      <div className="min-w-0">{children}</div>
    </section>
  )
}
