'use client'
import { useEffect, useState } from 'react'
import { toast } from 'sonner'
import { useChannels, useChannelVerbs } from '@/api/channels'
import type { Channel, Influencer } from '@/api/types'
import { Icon } from '@/components/ui/icon'
import { Empty, Refusal, Skeleton } from '@/components/ui/notes'
import { setAddress, useAddress } from '@/lib/address'
import { sayMoment } from '@/lib/dates'
import { platformName } from '@/lib/words'
import { Connect, ConnectDialog, type Wanted } from './connect'
import { KillSwitch } from './kill-switch'
import { Pause } from './pause'

const SAY: Record<Channel['status'], string> = { connected: 'Connected', reconnect: 'Has to be connected again', disconnected: 'Disconnected' }

/** Where she posts, and the switch that ends it. */
export function Channels({ who }: { who: Influencer }) {
  const channels = useChannels()
  const [wanted, setWanted] = useState<Wanted>()
  useComeBack()
  if (channels.error) return <Refusal error={channels.error} again={() => void channels.refetch()} />
  if (!channels.data) return <Skeleton className="h-40" />
  const mine = channels.data.filter((one) => one.influencer_id === who.id)
  return (
    <div className="flex flex-col gap-6">
      {mine.length ? (
        <ul className="card divide-y divide-line">
          {mine.map((one) => (
            <Row key={one.id} channel={one} zone={who.persona.timezone} onWant={setWanted} />
          ))}
        </ul>
      ) : (
        <Empty title="No channel yet">Posts are made but have nowhere to go.</Empty>
      )}
      <Connect onWant={setWanted} />
      <Pause who={who} />
      <KillSwitch who={who} />
      <ConnectDialog wanted={wanted} influencer_id={who.id} onClose={() => setWanted(undefined)} />
    </div>
  )
}

/** Says once what came of the way over the network's page. */
function useComeBack() {
  const [connected] = useAddress('connected')
  const [platform] = useAddress('platform')
  useEffect(() => {
    if (!connected) return
    const name = platformName(platform ?? 'instagram')
    if (connected === 'no') toast.error(`${name} was not connected: nobody agreed`)
    else toast(`@${connected} on ${name} is connected`)
    setAddress({ connected: undefined, platform: undefined })
  }, [connected, platform])
}

type RowProps = { channel: Channel; zone: string; onWant: (wanted: Wanted) => void }

function Row({ channel, zone, onWant }: RowProps) {
  const { open, close, resume } = useChannelVerbs()
  const failed = (error: Error) => toast.error(error.message)
  const wanted = { platform: channel.platform as Wanted['platform'], realm: channel.realm }
  const again = () => open.mutate({ influencer_id: channel.influencer_id, platform: wanted.platform }, { onError: failed })
  const stopped = channel.status === 'connected' && !!channel.not_before && Date.parse(channel.not_before) > Date.now()
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 p-4">
      <div className="min-w-0 flex-1 max-sm:basis-full">
        <p className="font-medium">
          {platformName(channel.platform)} <span className="text-soft">@{channel.handle}</span>
        </p>
        <p className={`text-[13px] ${channel.status === 'reconnect' || stopped ? 'text-ask' : 'text-soft'}`}>
          {stopped ? `Stopped until ${sayMoment(channel.not_before ?? '', zone)}` : SAY[channel.status]} · {channel.realm === 'sandbox' ? 'sandbox: a pretend network on this machine' : 'live account'}
        </p>
        {(stopped || channel.status === 'reconnect') && channel.breaker && <p className="max-w-[62ch] text-[13px] text-soft">{channel.breaker}</p>}
      </div>
      {channel.feed_url && (
        <a href={channel.feed_url} target="_blank" rel="noreferrer" className="button button-line button-small">
          <Icon name="out" />
          See the feed
        </a>
      )}
      {channel.status === 'reconnect' && (
        <button type="button" className="button button-ink button-small" onClick={() => onWant(wanted)}>
          <Icon name="link" />
          Connect again
        </button>
      )}
      {stopped && (
        <button type="button" className="button button-line button-small" disabled={resume.isPending} onClick={() => resume.mutate(channel.id, { onError: failed, onSuccess: () => toast('It goes on') })}>
          <Icon name="play" />I looked, go on
        </button>
      )}
      {channel.status !== 'disconnected' && (
        <button type="button" className="button button-bad button-small" disabled={close.isPending} onClick={() => close.mutate(channel.id, { onError: failed, onSuccess: () => toast('Disconnected. What was not sent yet stays here.', channel.realm === 'sandbox' ? { action: { label: 'Undo', onClick: again } } : {}) })}>
          Disconnect
        </button>
      )}
    </li>
  )
}
