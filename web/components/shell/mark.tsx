import Link from 'next/link'

export function Mark() {
  return (
    <Link href="/dashboard" className="display flex items-center gap-2 rounded-lg px-2 text-[22px] font-bold">
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <path d="M10 0c.9 6.3 3.7 9.1 10 10-6.3.9-9.1 3.7-10 10-.9-6.3-3.7-9.1-10-10C6.3 9.1 9.1 6.3 10 0z" fill="var(--persona)" />
      </svg>
      sorcerer
    </Link>
  )
}
