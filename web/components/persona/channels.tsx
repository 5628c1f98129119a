'use client'
import { toast } from 'sonner'
import { useChannels, useCloseChannel, useOpenChannel } from '@/api/channels'
import type { Channel, Influencer } from '@/api/types'
import { Icon } from '@/components/ui/icon'
import { Empty, Refusal, Skeleton } from '@/components/ui/notes'
import { platformName } from '@/lib/words'

const SAY: Record<Channel['status'], string> = { connected: 'Connected', reconnect: 'Has to be connected again', disconnected: 'Disconnected' }

/** Where she posts. */
export function Channels({ who }: { who: Influencer }) {
  const channels = useChannels()
  const open = useOpenChannel()
  const close = useCloseChannel()
  const failed = (error: Error) => toast.error(error.message)
  if (channels.error) return <Refusal error={channels.error} again={() => void channels.refetch()} />
  if (!channels.data) return <Skeleton className="h-40" />
  const mine = channels.data.filter((one) => one.influencer_id === who.id)
  const missing = !mine.some((one) => one.realm === 'sandbox' && one.status !== 'disconnected')
  const connect = () => open.mutate({ influencer_id: who.id, platform: 'instagram', realm: 'sandbox' }, { onError: failed, onSuccess: () => toast('The Instagram sandbox is connected') })
  return (
    <div className="flex flex-col gap-6">
      {mine.length ? (
        <ul className="card divide-y divide-line">
          {mine.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 p-4">
              <div className="min-w-0 flex-1">
                <p className="font-medium">
                  {platformName(one.platform)} <span className="text-soft">@{one.handle}</span>
                </p>
                <p className={`text-[13px] ${one.status === 'reconnect' ? 'text-ask' : 'text-soft'}`}>
                  {SAY[one.status]} · {one.realm === 'sandbox' ? 'sandbox: a pretend network on this machine' : 'live account'}
                </p>
              </div>
              {one.feed_url && (
                <a href={one.feed_url} target="_blank" rel="noreferrer" className="button button-line button-small">
                  <Icon name="out" />
                  See the feed
                </a>
              )}
              {one.status === 'reconnect' && one.realm === 'sandbox' && (
                <button type="button" className="button button-ink button-small" disabled={open.isPending} onClick={connect}>
                  Connect again
                </button>
              )}
              {one.status !== 'disconnected' && (
                <button type="button" className="button button-bad button-small" disabled={close.isPending} onClick={() => close.mutate(one.id, { onError: failed, onSuccess: () => toast('Disconnected. What was not sent yet stays here.', one.realm === 'sandbox' ? { action: { label: 'Undo', onClick: connect } } : {}) })}>
                  Disconnect
                </button>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <Empty title="No channel yet">Posts are made but have nowhere to go. The sandbox is a pretend network on this machine; nothing leaves it.</Empty>
      )}
      {missing && (
        <button type="button" className="button button-line button-small self-start" disabled={open.isPending} onClick={connect}>
          <Icon name="plus" />
          Instagram sandbox
        </button>
      )}
    </div>
  )
}
