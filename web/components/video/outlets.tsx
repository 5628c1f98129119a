'use client'
import { useState } from 'react'
import type { Publication, Receipt, Video } from '@/api/types'
import { usePublication, usePublications } from '@/api/videos'
import { Icon } from '@/components/ui/icon'
import { stateOf } from '@/lib/publication'
import { platformName } from '@/lib/words'
import { Tries } from './tries'

const TONE = { good: 'text-good', bad: 'text-bad', ask: 'text-ask', quiet: 'text-soft' } as const
const SHOWN = new Set<Video['status']>(['ready', 'processing', 'posted', 'failed', 'missed'])

/** Where the film goes: each account, how it stands there, and the receipt of what was disclosed. */
export function Outlets({ video }: { video: Video }) {
  const list = usePublications(video.id, SHOWN.has(video.status))
  const found = [...(list.data?.items ?? [])].sort((one, other) => one.platform.localeCompare(other.platform))
  if (!found.length) return null
  return (
    <section aria-labelledby="outlets">
      <h3 id="outlets" className="mb-2 text-lg font-semibold">
        Where it goes
      </h3>
      <ul className="card divide-y divide-line">
        {found.map((one) => (
          <Outlet key={one.id} publication={one} zone={video.timezone} />
        ))}
      </ul>
    </section>
  )
}

function Outlet({ publication, zone }: { publication: Publication; zone: string }) {
  const [open, setOpen] = useState(false)
  const { word, tone } = stateOf(publication)
  const name = `${platformName(publication.platform)} @${publication.handle}`
  return (
    <li className="p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="min-w-0 flex-1">
          <span className="font-medium">{platformName(publication.platform)}</span> <span className="text-soft">@{publication.handle}</span>
          <span className={`block text-[13px] ${TONE[tone]}`}>
            {word}
            {publication.ai_label_seen && ' · AI label seen there'}
          </span>
        </p>
        {publication.permalink && (
          <a href={publication.permalink} target="_blank" rel="noreferrer" className="button button-line button-small" aria-label={`See it on ${name}`}>
            <Icon name="out" />
            See it
          </a>
        )}
        <button type="button" className="button button-bare button-small" aria-expanded={open} onClick={() => setOpen(!open)} aria-label={`Evidence of ${name}`}>
          <Icon name="shield" />
          Evidence
        </button>
      </div>
      {open && (
        <div className="mt-3 text-[13px]">
          <Disclosed id={publication.id} />
          <Tries id={publication.id} zone={zone} />
        </div>
      )}
    </li>
  )
}

function Disclosed({ id }: { id: string }) {
  const { data } = usePublication(id)
  if (!data) return null
  if (!data.receipt) return <p className="text-soft">The receipt is written when the post is out and was read back.</p>
  return <ReceiptCard receipt={data.receipt} />
}

type Agreed = { wording?: string; agreed_at?: string } | null
type Body = { consent?: Agreed; c2pa_manifest?: string | null; spoken?: string[]; labels_sent?: Record<string, boolean>; labels_read_back?: Record<string, boolean | null>; caption?: string; overlay?: string[]; sponsor?: string | null; approver?: string; media_sha256?: string }

const LABELS: Record<string, string> = { ai_generated: 'AI-generated', paid_partnership: 'Paid partnership' }
const named = (labels: Record<string, boolean | null> | undefined) =>
  Object.entries(labels ?? {})
    .filter(([, on]) => on)
    .map(([name]) => LABELS[name] ?? name)
    .join(', ')

/** What was disclosed with the post, as the chain of receipts keeps it. */
function ReceiptCard({ receipt }: { receipt: Receipt }) {
  const body = receipt.body as Body
  const rows: [string, string][] = [
    ['Labels sent', named(body.labels_sent) || 'none could be sent'],
    ['Read back', named(body.labels_read_back) || 'the network does not tell'],
    ['In the picture', body.overlay?.join(' · ') || 'nothing'],
    ['Caption begins', (body.caption ?? '').split('\n')[0] || 'no caption'],
    ['Sponsor', body.sponsor ?? 'none'],
    ['Approved by', body.approver === 'auto' ? 'nobody asked: it goes out by itself' : (body.approver ?? '')],
    ['Consent', body.consent?.wording ?? 'not needed here'],
    ['Signed', body.c2pa_manifest ? `C2PA ${body.c2pa_manifest.slice(0, 24)}…` : 'no manifest'],
    ['Film', `SHA-256 ${body.media_sha256?.slice(0, 16) ?? ''}…`],
    ['Link of the chain', `${receipt.number}, ${receipt.digest.slice(0, 16)}…`],
  ]
  return (
    <dl className="mb-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 rounded-lg bg-sunk p-3" aria-label="Receipt">
      {rows.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-soft">{name}</dt>
          <dd className="break-words">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
