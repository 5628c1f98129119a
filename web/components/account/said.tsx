import type { Problem } from '@/api/client'

/** What was refused and stands at none of the fields of the form. */
export function Said({ problem, fields }: { problem: Problem | undefined; fields: readonly string[] }) {
  const text = problem?.beside(...fields)
  if (!text) return null
  return (
    <p role="alert" className="text-bad">
      {text}
    </p>
  )
}
