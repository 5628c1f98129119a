'use client'
import { type FormEvent, useState } from 'react'
import { useKillSwitch } from '@/api/channels'
import type { Halted, Influencer } from '@/api/types'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { count, firstName, platformName } from '@/lib/words'

/** One action that stops everything of hers, behind one question and with a file that says what it did. */
export function KillSwitch({ who }: { who: Influencer }) {
  const [open, setOpen] = useState(false)
  const pull = useKillSwitch(who.id)
  return (
    <section className="flex flex-col items-start gap-3 border-t border-line pt-6" aria-labelledby="kill-switch">
      <h2 id="kill-switch" className="text-lg font-semibold">
        Stop everything
      </h2>
      <p className="max-w-[62ch] text-soft">One action ends all plans of {firstName(who)}, stops what is being made, gives every account back to its network and writes down what it did.</p>
      {pull.data ? (
        <Stopped halted={pull.data} />
      ) : (
        <button type="button" className="button button-bad" onClick={() => setOpen(true)}>
          <Icon name="alert" />
          Pull the kill switch…
        </button>
      )}
      <Dialog open={open && !pull.data} onClose={() => setOpen(false)} title={`Stop everything of ${firstName(who)}`}>
        <Sure who={who} pull={pull} onCancel={() => setOpen(false)} />
      </Dialog>
    </section>
  )
}

function Sure({ who, pull, onCancel }: { who: Influencer; pull: ReturnType<typeof useKillSwitch>; onCancel: () => void }) {
  const [reason, setReason] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    pull.mutate(reason.trim() || 'The kill switch was pulled.')
  }
  return (
    <form onSubmit={send} className="flex flex-col gap-5">
      <ul className="list-disc pl-5 text-soft marker:text-edge">
        <li>{firstName(who)} is paused; series end, and what is planned never goes out.</li>
        <li>Accounts are disconnected. They can be connected again later.</li>
        <li>What is out stays on the networks: only their own apps take it down.</li>
      </ul>
      <Field label="Why?" hint="It stands in the evidence file.">
        {(slot) => <input {...slot} className="input" value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      {pull.error && (
        <p role="alert" className="text-bad">
          {pull.error.message}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <button type="button" className="button button-bare" onClick={onCancel}>
          Go on living
        </button>
        <button type="submit" className="button button-bad" disabled={pull.isPending}>
          {pull.isPending ? 'Stopping…' : 'Stop everything now'}
        </button>
      </div>
    </form>
  )
}

function Stopped({ halted }: { halted: Halted }) {
  return (
    <div role="status" className="card flex w-full flex-col gap-3 p-5">
      <p className="font-semibold">
        Stopped: {count(halted.videos_withdrawn, 'post')} taken back, {count(halted.series_stopped, 'series', 'series')} ended.
      </p>
      <ul className="flex flex-col gap-1 text-[14px]">
        {halted.accounts.map((one) => (
          <li key={one.channel_id} className={one.given_back ? '' : 'text-ask'}>
            {platformName(one.platform)} @{one.handle}: {one.answer}
          </li>
        ))}
      </ul>
      <a href={halted.evidence_url} download className="button button-line button-small self-start">
        <Icon name="download" />
        Evidence file
      </a>
      <p className="num break-all text-[12px] text-soft">SHA-256 {halted.evidence_sha256}</p>
    </div>
  )
}
