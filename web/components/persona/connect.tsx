'use client'
import { useEffect, useState } from 'react'
import { useAuthorize } from '@/api/channels'
import { Problem } from '@/api/client'
import type { ChannelWish } from '@/api/types'
import { Dialog } from '@/components/ui/dialog'
import { Icon } from '@/components/ui/icon'
import { platformName } from '@/lib/words'

export type Wanted = Pick<ChannelWish, 'platform'> & { realm: 'sandbox' | 'live' }

const NETWORKS = ['instagram', 'tiktok', 'youtube'] as const

/** Which network, and whether the real one; then the network's own page asks. */
export function Connect({ onWant }: { onWant: (wanted: Wanted) => void }) {
  const [realm, setRealm] = useState<Wanted['realm']>('sandbox')
  return (
    <section className="card flex flex-col gap-4 p-5" aria-labelledby="connect">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="connect" className="text-lg font-semibold">
          Connect an account
        </h2>
        <div role="group" aria-label="Which world" className="segments">
          {(['sandbox', 'live'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={realm === one} onClick={() => setRealm(one)}>
              {one === 'sandbox' ? 'Sandbox' : 'Real network'}
            </button>
          ))}
        </div>
      </div>
      <p className="max-w-[62ch] text-[14px] text-soft">
        {realm === 'sandbox' ? 'A pretend network on this machine that behaves like the real one. Nothing leaves it.' : 'You agree on the network’s own page, with your own app. Everybody will see what is posted.'}
      </p>
      <div className="flex flex-wrap gap-2">
        {NETWORKS.map((platform) => (
          <button key={platform} type="button" className="button button-line button-small" onClick={() => onWant({ platform, realm })}>
            <Icon name="plus" />
            {platformName(platform)}
          </button>
        ))}
      </div>
    </section>
  )
}

/** What a person is about to agree to, before she is led to the network's page. */
export function ConnectDialog({ wanted, influencer_id, onClose }: { wanted: Wanted | undefined; influencer_id: string; onClose: () => void }) {
  return (
    <Dialog open={!!wanted} onClose={onClose} title={wanted ? `Connect ${platformName(wanted.platform)}` : 'Connect'}>
      {wanted && <Agree wanted={wanted} influencer_id={influencer_id} onCancel={onClose} />}
    </Dialog>
  )
}

function Agree({ wanted, influencer_id, onCancel }: { wanted: Wanted; influencer_id: string; onCancel: () => void }) {
  const [direct, setDirect] = useState(false)
  const { mutate, data, error, isPending } = useAuthorize()
  useEffect(() => mutate({ ...wanted, influencer_id, direct_post: direct }), [mutate, wanted, influencer_id, direct])
  const asks = wanted.platform === 'tiktok'
  return (
    <div className="flex flex-col gap-5">
      <p className="text-soft">
        {platformName(wanted.platform)}
        {wanted.realm === 'sandbox' ? '’s sandbox' : ''} opens and asks which account may be used. Afterwards you are back here. The access is kept sealed, and given back when you disconnect.
      </p>
      {asks && (
        <label className="flex items-start gap-3 rounded-xl border border-line p-4">
          <input type="checkbox" className="mt-1 size-4 accent-[var(--persona)]" checked={direct} onChange={(event) => setDirect(event.target.checked)} />
          <span>
            <span className="block font-medium">{data?.consent ?? 'Post without asking before each post.'}</span>
            <span className="block text-[13px] text-soft">Without it every film goes to the inbox of the app, and somebody posts it there by hand.</span>
          </span>
        </label>
      )}
      {error && (
        <p role="alert" className="text-bad">
          {error instanceof Problem ? (error.beside() ?? error.message) : error.message}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <button type="button" className="button button-bare" onClick={onCancel}>
          Not now
        </button>
        <button type="button" className="button button-ink" disabled={!data || isPending || !!error} onClick={() => data && window.location.assign(data.url)}>
          <Icon name="out" />
          Go to {platformName(wanted.platform)}
        </button>
      </div>
    </div>
  )
}
