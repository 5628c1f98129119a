'use client'
import { toast } from 'sonner'
import { useAnswerMatch, useMatch, useMatches } from '@/api/sponsors'
import type { Influencer, Match, Sponsor } from '@/api/types'
import { Icon } from '@/components/ui/icon'
import { firstName } from '@/lib/words'
import { Logo } from './logo'

type Props = { sponsor: Sponsor; who: Influencer | undefined; company: boolean; onEdit: () => void }

/** One brand: what it sells, whom it wants, and how it stands with the persona at hand. */
export function SponsorCard({ sponsor, who, company, onEdit }: Props) {
  const product = sponsor.product_info
  return (
    <article className="card flex h-full flex-col gap-4 p-5">
      <div className="flex items-start gap-4">
        <Logo name={sponsor.company} url={sponsor.logo_url} />
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-[22px] font-semibold">{sponsor.company}</h2>
          <p className="truncate text-soft">{[product.name, product.category].filter(Boolean).join(', ') || 'No product written down yet'}</p>
        </div>
        <button type="button" className="button button-bare button-small" onClick={onEdit} aria-label={`Edit ${sponsor.company}`}>
          <Icon name="edit" />
        </button>
      </div>
      {product.facts.length > 0 && (
        <ul className="list-disc pl-5 text-[14px] text-soft marker:text-edge">
          {product.facts.slice(0, 4).map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      {sponsor.targeting_tags.length > 0 && (
        <p className="flex flex-wrap gap-1.5">
          {sponsor.targeting_tags.map((tag) => (
            <span key={tag} className="rounded-md bg-sunk px-2 py-0.5 text-[13px]">
              {tag}
            </span>
          ))}
        </p>
      )}
      {sponsor.contact && <p className="break-words text-[13px] text-soft">Contact: {sponsor.contact}</p>}
      {who && <Fit sponsor={sponsor} who={who} company={company} />}
    </article>
  )
}

const SAY: Record<Match['status'], string> = { matched: 'Linked', pending: 'Applied, no answer yet', declined: 'Declined' }

function Fit({ sponsor, who, company }: { sponsor: Sponsor; who: Influencer; company: boolean }) {
  const matches = useMatches()
  const check = useMatch()
  const answer = useAnswerMatch()
  const match = matches.data?.find((one) => one.influencer_id === who.id && one.sponsor_id === sponsor.id)
  const failed = (error: Error) => toast.error(error.message)
  const look = () => check.mutate({ influencer_id: who.id, sponsor_id: sponsor.id }, { onError: failed })
  const set = (status: 'matched' | 'declined') => {
    if (!match) return
    const before = match.status
    answer.mutate({ id: match.id, status }, { onError: failed, onSuccess: () => toast(`${sponsor.company}: ${SAY[status].toLowerCase()}`, before === 'pending' ? {} : { action: { label: 'Undo', onClick: () => answer.mutate({ id: match.id, status: before }) } }) })
  }
  if (!match) {
    return (
      <div className="mt-auto border-t border-line pt-4">
        <button type="button" className="button button-line button-small" disabled={check.isPending} onClick={look}>
          <Icon name="spark" />
          {check.isPending ? 'Comparing…' : company ? `Match with ${firstName(who)}` : `Apply with ${firstName(who)}`}
        </button>
      </div>
    )
  }
  const percent = Math.round(match.score * 100)
  return (
    <div className="mt-auto flex flex-col gap-3 border-t border-line pt-4">
      <div className="flex items-baseline justify-between gap-3">
        <p className="font-medium">
          {SAY[match.status]}
          <span className="text-soft"> with {firstName(who)}</span>
        </p>
        <p className="num text-[14px]">{percent}% fit</p>
      </div>
      <span className="block h-1.5 overflow-hidden rounded-full bg-sunk" aria-hidden="true">
        <span className="block h-full rounded-full bg-persona" style={{ width: `${percent}%` }} />
      </span>
      {match.reasons.map((reason) => (
        <p key={reason} className="text-[14px] text-soft">
          {reason}
        </p>
      ))}
      <div className="flex flex-wrap gap-2">
        {match.status !== 'matched' && (
          <button type="button" className="button button-ink button-small" disabled={answer.isPending} onClick={() => set('matched')}>
            {match.status === 'pending' ? 'They said yes' : 'Link after all'}
          </button>
        )}
        {match.status !== 'declined' && (
          <button type="button" className="button button-bare button-small" disabled={answer.isPending} onClick={() => set('declined')}>
            {match.status === 'matched' ? 'End it' : 'They said no'}
          </button>
        )}
      </div>
    </div>
  )
}
