'use client'
import { useState } from 'react'
import { toast } from 'sonner'
import { useAddConsent, useConsents, useRevokeConsent } from '@/api/influencers'
import type { Consent, Influencer, Revoked } from '@/api/types'
import { ConsentFields, blankConsent, toConsent } from '@/components/consent-fields'
import { Portrait } from '@/components/portrait'
import { Icon } from '@/components/ui/icon'
import { Refusal, Skeleton } from '@/components/ui/notes'
import { sayDay } from '@/lib/dates'

/** The one picture every film is made from, and whose leave there is for it. */
export function FaceTab({ who }: { who: Influencer }) {
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-start gap-6">
        <Portrait name={who.name} hue={who.hue} url={who.face_url} size={220} round={false} />
        <div className="max-w-[44ch]">
          <h2 className="text-[22px] font-semibold">{who.real_face ? 'The face of a real person' : 'A made-up face'}</h2>
          <p className="mt-1 text-soft">
            {who.real_face ? 'Pictures and films are made only while a consent holds. When it is taken back, what is planned is withdrawn; when it runs out, what is not out stays here.' : 'It was drawn for this persona and is nobody’s. Every picture and film starts from it, so it stays the same.'}
          </p>
        </div>
      </div>
      {who.real_face && <Consents who={who} />}
    </div>
  )
}

function said({ videos_withdrawn, series_stopped }: Revoked): string {
  if (!videos_withdrawn && !series_stopped) return 'Consent is taken back.'
  const series = series_stopped ? `, ${series_stopped} series ended` : ''
  return `Consent is taken back. ${videos_withdrawn} planned ${videos_withdrawn === 1 ? 'post was' : 'posts were'} withdrawn${series}, and the persona is paused.`
}

function Consents({ who }: { who: Influencer }) {
  const list = useConsents(who.id)
  const add = useAddConsent(who.id)
  const revoke = useRevokeConsent()
  const [form, setForm] = useState(blankConsent)
  const [now] = useState(() => Date.now())
  if (list.error) return <Refusal error={list.error} again={() => void list.refetch()} />
  if (!list.data) return <Skeleton className="h-40" />
  const state = (one: Consent) => (one.revoked_at ? 'taken back' : Date.parse(one.expires_at) < now ? 'run out' : 'holds')
  const body = toConsent(form)
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-[22px] font-semibold">Consent</h2>
      <ul className="card divide-y divide-line">
        {list.data.items.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-3 p-4">
            <Icon name="shield" className={state(one) === 'holds' ? 'text-good' : 'text-faint'} />
            <span className="min-w-0 flex-1">
              <span className="block font-medium">
                {one.subject}, {state(one)}
              </span>
              <span className="block text-[13px] text-soft">
                {one.scope}. Until {sayDay(one.expires_at.slice(0, 10))} {one.expires_at.slice(0, 4)}. Proof: {one.proof}
              </span>
            </span>
            {state(one) === 'holds' && (
              <button type="button" className="button button-bad button-small" disabled={revoke.isPending} onClick={() => revoke.mutate(one.id, { onSuccess: (done) => toast(said(done)), onError: (error) => toast.error(error.message) })}>
                Take it back
              </button>
            )}
          </li>
        ))}
        {!list.data.items.length && <li className="p-4 text-soft">No consent is recorded. Nothing is made with this face.</li>}
      </ul>
      <div className="card flex flex-col gap-4 p-5">
        <h3 className="text-lg font-semibold">Record a consent</h3>
        <ConsentFields value={form} onChange={(part) => setForm({ ...form, ...part })} />
        <button type="button" className="button button-ink self-start" disabled={!body || add.isPending} onClick={() => body && add.mutate(body, { onSuccess: () => setForm(blankConsent), onError: (error) => toast.error(error.message) })}>
          Record
        </button>
      </div>
    </section>
  )
}
