'use client'
import { useState } from 'react'
import { toast } from 'sonner'
import type { Channel, Influencer } from '@/api/types'
import { useVideos, useVideoVerbs } from '@/api/videos'
import { Icon } from '@/components/ui/icon'
import { Empty } from '@/components/ui/notes'
import { whereItGoes } from '@/lib/review'
import { count } from '@/lib/words'

const WEEK = 7 * 86_400_000

/** When nothing waits: what of the coming week will, and the way to have it filmed now and be done with it. */
export function Ahead({ people, channels }: { people: readonly Influencer[]; channels: readonly Channel[] }) {
  const [now] = useState(() => Date.now())
  const week = useVideos(new Date(now).toISOString(), new Date(now + WEEK).toISOString())
  const { make } = useVideoVerbs()
  const supervised = new Set(people.filter((one) => one.approval === 'ask' && !one.paused).map((one) => one.id))
  const ask = (week.data ?? []).filter((video) => supervised.has(video.influencer_id) && whereItGoes(video, channels).some((one) => one.waits))
  const later = ask.filter((video) => video.status === 'pending')
  const making = ask.filter((video) => video.status === 'processing').length
  const film = async () => {
    for (const video of later) await make.mutateAsync(video.id).catch((error: Error) => toast.error(`“${video.title}”: ${error.message}`))
  }
  if (making) return <Empty title={`${count(making, 'post')} being made`}>Each comes here as soon as it can be looked at.</Empty>
  if (!later.length) return <Empty title="The week is done">Posts come here as soon as they are made. Nothing goes to a real account of a supervised persona without your OK.</Empty>
  return (
    <Empty
      title={`${count(later.length, 'post')} of the next seven days ${later.length === 1 ? 'is' : 'are'} not filmed yet`}
      action={
        <button type="button" className="button button-ink" disabled={make.isPending} onClick={() => void film()}>
          <Icon name="bolt" />
          Film them now
        </button>
      }
    >
      Each comes here when it is made, shortly before it goes out. Filmed now, you look at the whole week in one go; they still go out at their hours.
    </Empty>
  )
}
