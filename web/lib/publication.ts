import type { Publication, Try } from '@/api/types'

type Tone = 'good' | 'bad' | 'ask' | 'quiet'

const STATES: Record<string, [string, Tone]> = {
  planned: ['waits for the film', 'quiet'],
  staging: ['being prepared at the network', 'quiet'],
  staged: ['prepared; nobody sees it yet', 'quiet'],
  committing: ['going out', 'quiet'],
  live: ['out', 'good'],
  delivered: ['in the inbox of the app: post it there', 'ask'],
  reconciling: ['being looked for', 'ask'],
  waiting: ['waits', 'quiet'],
  needs_review: ['needs your eyes', 'ask'],
  failed: ['failed', 'bad'],
  cancelled: ['taken back', 'quiet'],
}

/** How a publication stands, in words and tone. */
export function stateOf(publication: Pick<Publication, 'state'>): { word: string; tone: Tone } {
  const [word, tone] = STATES[publication.state] ?? [publication.state, 'quiet']
  return { word, tone }
}

const STEPS: Record<string, string> = {
  stage: 'Prepared at the network',
  upload: 'Film sent, still hidden',
  progress: 'Film worked on by the network',
  probe: 'Asked whether a post is allowed now',
  commit: 'Made public',
  reconcile: 'Looked whether it is out',
  read_back: 'Read back what the network shows',
  settle: 'A person looked',
}

const SEEN: Record<string, string> = { live: 'it is out', absent: 'it is not there', unsure: 'nobody can tell', working: 'the network works on it', delivered: 'it lies in the inbox', refused: 'the network said no' }

/** One line of what was tried: what, and how it went. */
export function tell(attempt: Pick<Try, 'kind' | 'state' | 'error' | 'witness'>): { what: string; how: string } {
  const what = STEPS[attempt.kind] ?? attempt.kind
  const { error, witness } = attempt
  if (typeof error?.message === 'string') return { what, how: error.message }
  if (attempt.kind === 'commit' && attempt.state === 'intent') return { what: 'Written down: it is about to go out', how: '' }
  if (attempt.kind === 'settle') return { what, how: witness?.is_there ? 'it is there' : 'it is not there' }
  if (attempt.kind === 'reconcile') return { what, how: [SEEN[String(witness?.state)] ?? '', evidence(witness)].filter(Boolean).join('; ') }
  if (attempt.kind === 'read_back') return { what, how: witness?.ai_label === true ? 'the AI label is shown' : witness?.ai_label === false ? 'no AI label is shown' : 'the network does not tell the label' }
  return { what, how: attempt.state === 'acked' ? '' : attempt.state }
}

/** What each witness of a look said, such as "container PUBLISHED, used since 1". */
function evidence(witness: Try['witness']): string {
  const rows = Object.entries(witness ?? {}).filter(([name]) => name !== 'state' && name !== 'verdict')
  return rows.map(([name, value]) => `${name.replace(/_/g, ' ')} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`).join(', ')
}
