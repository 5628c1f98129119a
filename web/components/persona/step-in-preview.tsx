'use client'
import { type ReactNode, useState } from 'react'
import type { Counts, Difference, Influencer, Preview } from '@/api/types'
import { Icon, type IconName } from '@/components/ui/icon'
import { sayDay } from '@/lib/dates'
import { byDay, type DayOfChanges, sayState } from '@/lib/interventions'
import { count, money } from '@/lib/words'
import { TwoLives } from './two-lives'

const DAYS = 4
const ROWS = 3
/** The one way out that can be taken right here. */
const LET_GO = 'let the pin go'
const verbs = ['kept', 'moved', 'rewritten', 'dropped', 'added'] as const
const MARK: Record<Difference['verb'], IconName> = { kept: 'check', moved: 'move', rewritten: 'edit', dropped: 'minus', added: 'plus' }
const TONE: Record<Difference['verb'], string> = { kept: 'text-soft', moved: 'text-ask', rewritten: 'text-persona-ink', dropped: 'text-bad', added: 'text-good' }

/** What a sentence would do: how much, what stands in its way, and each difference with its reason. */
export function StepInPreview({ who, seen, busy, onLetGo, children }: { who: Influencer; seen: Preview; busy: boolean; onLetGo: (item_id: string) => void; children: ReactNode }) {
  const [whole, setWhole] = useState(false)
  const days = byDay(seen.differences)
  const shown = whole ? days : days.slice(0, DAYS)
  const changed = seen.differences.length + seen.more
  return (
    <div className="flex flex-col gap-4 border-t border-line pt-4" data-testid="what-changes">
      <p role="status" className="text-[14px] text-soft">
        {changed ? `${count(changed, 'difference')} on ${count(days.length, 'day')}.` : 'Nothing that is planned so far would change.'}
        {seen.cost_usd ? ` It ${seen.cost_usd > 0 ? 'costs' : 'saves'} about ${money(Math.abs(seen.cost_usd))}.` : ''} Nothing has happened yet.
      </p>
      <Totals seen={seen} />
      {changed > 0 && <TwoLives who={who} seen={seen} />}
      {seen.clashes.length > 0 && <Clashes seen={seen} busy={busy} onLetGo={onLetGo} />}
      {children}
      {shown.map((one) => (
        <Day key={one.day} {...one} />
      ))}
      {days.length > shown.length && (
        <button type="button" className="button button-line button-small self-start" onClick={() => setWhole(true)}>
          +{count(days.length - shown.length, 'more day', 'more days')}
        </button>
      )}
      {whole && seen.more > 0 && <p className="text-[13px] text-soft">+{seen.more.toLocaleString('en-GB')} more that are not listed here.</p>}
    </div>
  )
}

function Totals({ seen }: { seen: Preview }) {
  const rows: [string, Counts][] = [['Things to do', seen.items], ['Posts', seen.posts]]
  return (
    <table className="w-full max-w-xl table-fixed text-left text-[14px] max-md:text-[12.5px]">
      <caption className="sr-only">How much would stay and change</caption>
      <thead>
        <tr className="text-[12.5px] text-soft max-md:text-[11px]">
          <th scope="col" className="w-[24%] py-1 font-normal">
            <span className="sr-only">What</span>
          </th>
          {verbs.map((verb) => (
            <th key={verb} scope="col" className="py-1 text-right font-normal max-md:tracking-tight">
              {verb}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, counts]) => (
          <tr key={name} className="border-t border-line">
            <th scope="row" className="py-1.5 font-medium">
              {name}
            </th>
            {verbs.map((verb) => (
              <td key={verb} className={`num py-1.5 text-right ${counts[verb] ? `font-semibold ${TONE[verb]}` : 'text-faint'}`}>
                {counts[verb].toLocaleString('en-GB')}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Clashes({ seen, busy, onLetGo }: { seen: Preview; busy: boolean; onLetGo: (item_id: string) => void }) {
  const things = [...new Set(seen.clashes.map((clash) => clash.item_id))].map((id) => seen.clashes.filter((clash) => clash.item_id === id))
  return (
    <div role="alert" className="flex flex-col gap-3 rounded-xl bg-bad-soft px-4 py-3 text-[14px]">
      <p className="flex items-center gap-2 font-semibold text-bad">
        <Icon name="alert" />
        {count(things.length, 'thing stands', 'things stand')} in the way. Choose, then show it again.
      </p>
      {things.map((clashes) => (
        <Clash key={clashes[0]?.item_id} clashes={clashes} busy={busy} onLetGo={onLetGo} />
      ))}
    </div>
  )
}

/** One thing that may not change, what is wrong with it, and the ways out. */
function Clash({ clashes, busy, onLetGo }: { clashes: Preview['clashes']; busy: boolean; onLetGo: (item_id: string) => void }) {
  const [first] = clashes
  if (!first) return null
  const choices = [...new Set(clashes.flatMap((clash) => clash.choices))]
  return (
    <div>
      <p className="font-medium">{first.title}</p>
      {clashes.map((clash) => (
        <p key={clash.code}>{clash.message}</p>
      ))}
      <p className="mt-1 text-soft">Ways out:</p>
      <ul className="ml-5 list-disc text-soft">
        {choices.map((choice) => (
          <li key={choice}>{choice}</li>
        ))}
      </ul>
      {choices.includes(LET_GO) && (
        <button type="button" className="button button-line button-small mt-1.5" aria-label={`Let the pin go: ${first.title}`} disabled={busy} onClick={() => onLetGo(first.item_id)}>
          Let the pin go
        </button>
      )}
    </div>
  )
}

function Day({ day, rows }: DayOfChanges) {
  const [whole, setWhole] = useState(false)
  const shown = whole ? rows : rows.slice(0, ROWS)
  return (
    <section>
      <h3 className="mb-1 font-semibold">{sayDay(day, 'long')}</h3>
      <ul className="flex flex-col divide-y divide-line border-y border-line">
        {shown.map((one) => (
          <Row key={`${one.layer} ${one.id}`} one={one} />
        ))}
      </ul>
      {rows.length > shown.length && (
        <button type="button" className="button button-bare button-small mt-1" aria-label={`${rows.length - shown.length} more on ${sayDay(day, 'long')}`} onClick={() => setWhole(true)}>
          +{rows.length - shown.length} more
        </button>
      )}
    </section>
  )
}

function Row({ one }: { one: Difference }) {
  const say = (state: string) => {
    const said = sayState(state)
    return said.endsWith(`: ${one.title}`) ? said.slice(0, -one.title.length - 2) : said
  }
  return (
    <li className="grid grid-cols-[88px_minmax(0,1fr)] gap-x-3 py-2 text-[14px]">
      <span className={`flex items-center gap-1.5 self-start text-[12.5px] font-medium leading-[1.7] ${TONE[one.verb]}`}>
        <Icon name={MARK[one.verb]} size={13} />
        {one.verb}
      </span>
      <span className="min-w-0 break-words">
        <span className="font-medium">
          {one.layer === 'post' ? 'Post: ' : ''}
          {one.title}
        </span>
        <span className="block text-[13px]">
          {one.before && (
            <del className="text-faint">
              <span className="sr-only">before: </span>
              {say(one.before)}
            </del>
          )}
          {one.before && one.after && <span aria-hidden="true"> → </span>}
          {one.after && (
            <ins className="no-underline">
              <span className="sr-only">after: </span>
              {say(one.after)}
            </ins>
          )}
        </span>
        <span className="block text-[13px] text-soft">{one.cause}</span>
      </span>
    </li>
  )
}
