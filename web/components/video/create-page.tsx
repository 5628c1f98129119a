'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type CSSProperties, useState } from 'react'
import { toast } from 'sonner'
import { once, Problem } from '@/api/client'
import { useSponsors } from '@/api/sponsors'
import type { Influencer } from '@/api/types'
import { useBook, usePreview } from '@/api/videos'
import { aboutClocks } from '@/components/tell-clock'
import { useCurrent } from '@/components/current'
import { Icon } from '@/components/ui/icon'
import { Empty, Refusal, Skeleton } from '@/components/ui/notes'
import { useAddress } from '@/lib/address'
import { useKept } from '@/lib/kept'
import { firstName } from '@/lib/words'
import { BeforeSpent } from './before-spent'
import { OnEach } from './on-each'
import { emptyPost, missing, type Post, toBody } from './post-form'
import { ScheduleForm } from './schedule-form'
import { ScriptEditor } from './script-editor'
import { VideoPanel } from './video-panel'

export function CreatePage() {
  const { cast, who, choose } = useCurrent()
  const [open, setOpen] = useAddress('post')
  return (
    <div className="persona mx-auto max-w-[1120px] px-8 py-7 max-md:px-4 max-md:py-5" style={{ '--hue': who?.hue ?? 300 } as CSSProperties}>
      <h1 className="text-[clamp(34px,4.4vw,54px)] font-bold leading-none">{who ? `What happens to ${firstName(who)}?` : 'What happens next?'}</h1>
      <div className="mt-7">
        {cast.error ? (
          <Refusal error={cast.error} again={() => void cast.refetch()} />
        ) : who ? (
          <Form key={who.id} who={who} cast={cast.data ?? []} onWho={choose} onOpen={(id) => setOpen(id, true)} />
        ) : cast.data ? (
          <Empty title="Nobody to film yet" action={<Link href="/onboarding" className="button button-ink">Make the first persona</Link>}>
            A post needs somebody who lives it.
          </Empty>
        ) : (
          <Skeleton className="h-[520px]" />
        )}
      </div>
      <VideoPanel id={open} onOpen={setOpen} onClose={() => setOpen(undefined)} />
    </div>
  )
}

type Props = { who: Influencer; cast: readonly Influencer[]; onWho: (id: string) => void; onOpen: (id: string) => void }

function Form({ who, cast, onWho, onOpen }: Props) {
  const router = useRouter()
  const [day] = useAddress('day')
  const [post, change, forget] = useKept<Post>(`sorcerer:create:${who.id}${day ?? ''}`, () => emptyPost(who, Date.now(), day))
  const [tried, setTried] = useState(false)
  const preview = usePreview()
  const book = useBook()
  const sponsors = useSponsors()
  if (!post) return <Skeleton className="h-[520px]" />
  const problem = book.error instanceof Problem ? book.error : undefined
  const lack = tried ? missing(post) : undefined
  const say = (field: 'direction' | 'own' | 'when') => (lack?.field === field ? lack.message : undefined)
  const write = (another: boolean) => {
    const seed = another ? once() : post.seed
    preview.mutate(
      { influencer_id: who.id, kind: post.kind, direction: post.direction, sponsor_id: post.sponsor || undefined, seed },
      { onSuccess: (script) => change({ script, seed }), onError: (error) => toast.error(error.message) },
    )
  }
  const send = (at: 'chosen' | 'now') => {
    setTried(true)
    if (missing(post)) return
    book.mutate(toBody(post, who, at, Date.now()), {
      onSuccess: ({ video, notes }) => {
        forget()
        change({ ...emptyPost(who, Date.now(), day) })
        setTried(false)
        if (at === 'now') {
          onOpen(video.id)
        } else {
          toast('It is in the calendar', aboutClocks(notes))
          router.push(`/calendar?post=${video.id}`)
        }
      },
    })
  }
  const sponsor = sponsors.data?.find((one) => one.id === post.sponsor)
  const shown = { kind: post.kind, status: 'pending' as const, caption: post.script?.caption ?? '', thumbnail_url: null, film_url: null, progress: 0, sponsor_id: post.sponsor || null }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_260px] gap-14 max-lg:grid-cols-1">
      <form
        className="flex max-w-[620px] flex-col gap-7"
        onSubmit={(event) => {
          event.preventDefault()
          send('chosen')
        }}
      >
        {cast.length > 1 && (
          <label className="flex flex-col gap-1.5">
            <span className="font-medium">Who</span>
            <select className="input" value={who.id} onChange={(event) => onWho(event.target.value)}>
              {cast.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
        )}
        <ScheduleForm post={post} who={who} onChange={change} errors={{ when: say('when') ?? problem?.field('scheduled_time') ?? problem?.field('local_time') ?? problem?.field('recurrence_rule'), tags: problem?.field('tags'), sponsor: problem?.field('sponsor_id') }}>
          <ScriptEditor post={post} onChange={change} onWrite={write} writing={preview.isPending} error={say('direction') ?? problem?.field('direction')} ownError={say('own') ?? problem?.field('script')} />
        </ScheduleForm>
        {book.error && (
          <p role="alert" className="text-bad">
            {book.error.message}
          </p>
        )}
        <div className="sticky bottom-0 -mx-2 flex flex-wrap gap-2 bg-paper px-2 py-3 max-md:bottom-[68px]">
          <button type="submit" className="button button-ink" disabled={book.isPending}>
            <Icon name="calendar" />
            {post.repeat ? 'Schedule the series' : 'Schedule'}
          </button>
          {!post.repeat && (
            <button type="button" className="button button-line" disabled={book.isPending} onClick={() => send('now')}>
              <Icon name="bolt" />
              Make it now
            </button>
          )}
          <BeforeSpent kind={post.kind} />
        </div>
      </form>
      <aside className="sticky top-7 flex flex-col items-center gap-4 self-start max-lg:static" aria-label="Preview">
        <OnEach influencer={who.id} who={who} video={shown} line={post.writer === 'own' ? post.own.split('\n').find((one) => one.trim()) : (post.script?.beats[0]?.line ?? post.direction)} sponsor={sponsor?.company} width={240} />
        <p className="text-center text-[13px] text-soft">The AI label is set on every post and cannot be switched off{post.sponsor ? '; neither can the partnership label' : ''}.</p>
      </aside>
    </div>
  )
}
