'use client'
import { useAccount } from '@/api/accounts'
import { useJournal } from '@/api/influencers'
import { dayOf, sayDay, timeOf } from '@/lib/dates'
import { Empty, Refusal, Skeleton } from './ui/notes'

/** What was done, by whom, newest first. */
export function Journal({ id, zone, limit, more = false }: { id: string; zone: string; limit: number; more?: boolean }) {
  const journal = useJournal(id, limit)
  const me = useAccount().data?.id
  if (journal.error) return <Refusal error={journal.error} again={() => void journal.refetch()} />
  if (!journal.data) return <Skeleton className="h-40" />
  const lines = journal.data.pages.flatMap((page) => page.items)
  if (!lines.length) return <Empty title="Nothing has happened yet">Every action, script and post is written down here as it happens.</Empty>
  return (
    <>
      <ol className="flex flex-col text-[14px] leading-snug">
        {lines.map((line, n) => {
          const day = dayOf(line.at, zone)
          const before = lines[n - 1]
          const fresh = !before || dayOf(before.at, zone) !== day
          return (
            <li key={line.id} className="grid grid-cols-[108px_minmax(0,1fr)] gap-x-2 border-b border-line py-2 last:border-0 max-sm:grid-cols-[96px_minmax(0,1fr)]">
              <time dateTime={line.at} className="num text-[12px] leading-[1.6] text-faint">
                <span className={fresh ? 'text-soft' : 'invisible'}>{sayDay(day, 'short')}</span> {timeOf(line.at, zone)}
              </time>
              <span className="break-words">
                {line.text}
                {more && <span className="text-faint"> · {line.actor === me ? 'you' : line.actor}</span>}
              </span>
            </li>
          )
        })}
      </ol>
      {more && journal.hasNextPage && (
        <button type="button" className="button button-line button-small mt-4" disabled={journal.isFetchingNextPage} onClick={() => void journal.fetchNextPage()}>
          Earlier
        </button>
      )}
    </>
  )
}
