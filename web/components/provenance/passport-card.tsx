import type { Passport } from '@/api/types'
import { Icon, type IconName } from '@/components/ui/icon'
import { sayForViewer } from '@/lib/dates'

type Look = { word: string; icon: IconName; tone: string }
const VERDICTS: Record<Passport['verdict'], Look> = {
  signed: { word: 'Made here, unchanged', icon: 'shield', tone: 'text-good' },
  registered: { word: 'Made here, the very file', icon: 'shield', tone: 'text-good' },
  probably: { word: 'Probably made here', icon: 'eye', tone: 'text-ask' },
  changed: { word: 'Changed since it was signed', icon: 'alert', tone: 'text-bad' },
  foreign: { word: 'Signed by somebody else', icon: 'key', tone: 'text-ask' },
  unknown: { word: 'Not known here', icon: 'dash', tone: 'text-soft' },
}
const SOURCES: Record<string, string> = {
  compositeSynthetic: 'drawn by a program',
  trainedAlgorithmicMedia: 'made by a trained AI model',
  compositeWithTrainedAlgorithmicMedia: 'made by a trained AI model from a photograph',
}
const KINDS: Record<string, string> = { face: 'a portrait', frame: 'a first frame', story: 'a story', film: 'a film' }
const TOOLS: Record<string, string> = { embedded: 'Sorcerer’s own studio' }
const kind = (one: string) => KINDS[one] ?? one

/** What is known of one file: the verdict, the sentence, and the facts behind it. */
export function PassportCard({ passport, name }: { passport: Passport; name: string }) {
  const { word, icon, tone } = VERDICTS[passport.verdict]
  const facts = factsOf(passport)
  return (
    <article className="card rise overflow-hidden">
      <header className="flex flex-col gap-3 p-6">
        <p className={`flex items-center gap-2 font-semibold ${tone}`}>
          <Icon name={icon} size={20} />
          {word}
        </p>
        <h2 className="text-[26px] font-semibold leading-tight">{passport.handle && passport.verdict !== 'changed' ? `@${passport.handle}` : name}</h2>
        <p className="max-w-[52ch] text-soft">{passport.says}</p>
        {passport.verdict !== 'changed' && (passport.ai_made || passport.sponsor) && (
          <p className="flex flex-wrap gap-2">
            {passport.ai_made && <span className="rounded-full bg-persona-soft px-3 py-1 text-[13px] font-medium text-persona-ink">Made with AI</span>}
            {passport.sponsor && <span className="rounded-full bg-sunk px-3 py-1 text-[13px] font-medium">Ad · {passport.sponsor}</span>}
          </p>
        )}
      </header>
      {!!facts.length && (
        <dl className="grid grid-cols-[8.5rem_1fr] gap-x-4 gap-y-2.5 border-t border-line bg-paper p-6 text-[14px] max-sm:grid-cols-1 max-sm:gap-y-1">
          {facts.map(([term, value]) => (
            <div key={term} className="contents max-sm:block max-sm:pb-2">
              <dt className="text-soft">{term}</dt>
              <dd className="min-w-0 break-words">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  )
}

function factsOf(passport: Passport): [string, string][] {
  const { made_from, likeness } = passport
  const marks = likeness ? `${(likeness * 100).toFixed(0)} % of its marks` : null
  // Whoever changed it may have made it say anything: what it looks like is all that is still hers.
  if (passport.verdict === 'changed') {
    const like = passport.handle && `${kind(passport.kind ?? '')} of @${passport.handle}`
    return ([['Signature', 'broken'], ['Looks like', like], ['Likeness', marks]] as [string, string | null][]).filter((fact): fact is [string, string] => !!fact[1])
  }
  const facts: [string, string | null | undefined][] = [
    ['What it is', passport.kind && kind(passport.kind)],
    ['Made', passport.made_at && sayForViewer(passport.made_at)],
    ['Published', passport.published_at && sayForViewer(passport.published_at)],
    ['How', passport.source && (SOURCES[passport.source] ?? passport.source)],
    ['With', passport.tool && (TOOLS[passport.tool] ?? passport.tool)],
    ['Made from', made_from.map(kind).join(', which was made from ')],
    ['Likeness', marks],
    ['Signature', passport.signature && (passport.signature === 'whole' ? `whole, by “${passport.signer ?? 'nobody named'}”` : 'broken')],
    ['Labels in it', passport.labels.join(' · ')],
  ]
  return facts.filter((fact): fact is [string, string] => !!fact[1])
}
