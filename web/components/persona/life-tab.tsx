'use client'
import { useState } from 'react'
import { toast } from 'sonner'
import { useLife, usePlanMore } from '@/api/influencers'
import type { Influencer, LifeItem, LifePost } from '@/api/types'
import { Icon } from '@/components/ui/icon'
import { Empty, Refusal, Skeleton } from '@/components/ui/notes'
import { addDays, dayOf, sayDay, timeOf } from '@/lib/dates'
import { wall } from '@/lib/interventions'
import { laneOf } from '@/lib/lifeline'
import { capital, count } from '@/lib/words'
import { ItemSheet } from './item-sheet'
import { OwnScript } from './own-script'
import { StepIn } from './step-in'
import { TwoLives } from './two-lives'

const DAYS = 7
const plain = (word: string) => capital(word.replace(/[_-]/g, ' '))

/** What she lives through, hour by hour, with the posts that come of it. */
export function LifeTab({ who }: { who: Influencer }) {
  const zone = who.persona.timezone
  const [from, setFrom] = useState(() => dayOf(Date.now(), zone))
  const to = addDays(from, DAYS - 1)
  const life = useLife(who.id, from, to)
  const plan = usePlanMore(who.id)
  const [open, setOpen] = useState<LifeItem>()
  if (life.error) return <Refusal error={life.error} again={() => void life.refetch()} />
  const days = Array.from({ length: DAYS }, (_, n) => addDays(from, n))
  const more = (
    <button type="button" className="button button-ink button-small" disabled={plan.isPending} onClick={() => plan.mutate(30, { onSuccess: (sum) => toast(`Planned ${count(sum.posts, 'post')} over ${count(sum.days, 'day')}`), onError: (error) => toast.error(error.message) })}>
      <Icon name="spark" />
      {plan.isPending ? 'Planning…' : 'Plan thirty days'}
    </button>
  )
  return (
    <div className="flex flex-col gap-5">
      <TwoLives who={who} />
      {who.mode === 'lifestyle' && <StepIn who={who} />}
      {who.mode === 'lifestyle' && <OwnScript who={who} />}
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="mr-auto text-[22px] font-semibold">
          {sayDay(from, 'short')} to {sayDay(to, 'short')}
        </h2>
        <button type="button" className="button button-line button-small" aria-label="Earlier week" onClick={() => setFrom(addDays(from, -DAYS))}>
          <Icon name="left" />
        </button>
        <button type="button" className="button button-line button-small" aria-label="Later week" onClick={() => setFrom(addDays(from, DAYS))}>
          <Icon name="right" />
        </button>
        {more}
      </div>
      {life.data && <p className="text-[14px] text-soft">{life.data.violations.length ? count(life.data.violations.length, 'contradiction was', 'contradictions were') : 'No contradiction was'} found by the checker in these days.</p>}
      {life.data?.violations.map((one) => (
        <p key={`${one.code}${one.item_id}`} className="rounded-xl bg-bad-soft px-4 py-2 text-bad">
          {one.message}
        </p>
      ))}
      {!life.data ? <Skeleton className="h-96" /> : life.data.items.length ? days.map((day) => <Day key={day} day={day} zone={zone} items={life.data.items.filter((item) => item.day === day)} posts={life.data.posts} onOpen={who.mode === 'lifestyle' ? setOpen : undefined} />) : <Empty title="These days are not planned" action={more} />}
      {open && <ItemSheet key={open.id} who={who} item={open} onClose={() => setOpen(undefined)} />}
    </div>
  )
}

type DayProps = { day: string; zone: string; items: LifeItem[]; posts: LifePost[]; onOpen: ((item: LifeItem) => void) | undefined }

function Day({ day, zone, items, posts, onOpen }: DayProps) {
  if (!items.length) return null
  const now = Date.now()
  const [today, clock] = [dayOf(now, zone), timeOf(new Date(now).toISOString(), zone)]
  return (
    <section className="card p-4">
      <h3 className="mb-2 text-lg font-semibold">{sayDay(day, 'long')}</h3>
      <ol className="flex flex-col">
        {[...items].sort((a, b) => a.start - b.start).map((item) => {
          const film = posts.filter((post) => post.item_id === item.id)
          return (
            <li key={item.id} className={`group grid grid-cols-[104px_minmax(0,1fr)_auto] gap-x-3 border-l-2 py-1 pl-3 text-[14px] max-md:grid-cols-[92px_minmax(0,1fr)_auto] ${item.pinned ? 'border-persona' : 'border-line'}`}>
              <span className="num text-[12px] leading-[1.7] text-faint">
                {wall(item.start)} – {wall(item.end)}
              </span>
              <span>
                <span className={item.category === 'sleep' ? 'text-faint' : ''}>{item.title || plain(item.kind)}</span>
                {item.pinned && <span className="ml-1.5 rounded-md bg-persona-soft px-1.5 py-0.5 text-[12px] font-medium text-persona-ink">pinned</span>}
                <span className="text-faint">
                  {' '}
                  · {laneOf(item.category)}, {(item.place.split('/').at(-1) ?? item.place).replace(/[_-]/g, ' ')}
                  {item.who.length ? `, with ${item.who.join(' and ')}` : ''}
                </span>
                {film.map((post) => (
                  <span key={post.id} className="mt-0.5 flex items-center gap-1.5 font-medium text-persona-ink">
                    <Icon name={post.medium === 'reel' ? 'create' : 'eye'} size={13} />
                    {timeOf(post.at, zone)} {post.medium}: {post.title}
                  </span>
                ))}
              </span>
              {onOpen && item.category !== 'sleep' && (item.day > today || (item.day === today && wall(item.start) > clock)) && (
                <button type="button" className="button button-bare button-small -my-1 self-start opacity-60 transition-opacity group-hover:opacity-100 focus-visible:opacity-100" aria-label={`Change ${item.title || plain(item.kind)}, ${sayDay(item.day)} ${wall(item.start)}`} onClick={() => onOpen(item)}>
                  <Icon name="edit" size={14} />
                </button>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
