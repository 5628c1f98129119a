'use client'
import { useClaims } from '@/api/claims'
import { Icon } from '@/components/ui/icon'

/** Under a text, while it is typed: each claim she cannot make, and another way to say it; or only what stops the post. */
export function ClaimHints({ text, sponsored, advice = true }: { text: string; sponsored: boolean; advice?: boolean }) {
  const found = (useClaims(text, sponsored).data?.claims ?? []).filter((claim) => advice || claim.blocked)
  if (!found.length || text.trim().length <= 8) return null
  return (
    <ul className="flex flex-col gap-2" aria-label="Claims she cannot make" aria-live="polite">
      {found.map((claim) => (
        <li key={claim.quote} className={`flex items-start gap-2 rounded-xl border p-3 text-[14px] ${claim.blocked ? 'border-bad/40 bg-bad-soft' : 'border-line bg-sunk'}`}>
          <Icon name={claim.blocked ? 'alert' : 'eye'} className={`mt-0.5 ${claim.blocked ? 'text-bad' : 'text-ask'}`} />
          <span>
            {claim.blocked ? <b className="text-bad">This does not go out. </b> : <b>For an ad this would be blocked. </b>}
            {claim.sentence}
            <span className="block text-soft">{claim.suggestion}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
