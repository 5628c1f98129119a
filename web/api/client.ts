import createClient from 'openapi-fetch'
import { fetchOnce } from '@/lib/first'
import type { paths } from './schema'
import type { FieldProblem, Full, ProblemBody } from './types'

/** What the server refused, in its own words. */
export class Problem extends Error {
  readonly status: number
  readonly title: string
  readonly fields: FieldProblem[]

  constructor(status: number, body: Partial<ProblemBody>) {
    super(body.detail ?? body.title ?? `The server answered ${status}.`)
    this.status = status
    this.title = body.title ?? 'That did not work'
    this.fields = body.errors ?? []
  }

  /** The sentence for one field, matched on the end of its path, or nothing. */
  field(name: string): string | undefined {
    const hit = this.fields.find((one) => isAbout(one, name))
    return hit && said(hit)
  }

  /** What is left to say beside a form that shows these fields; nothing when they say it all. */
  beside(...names: string[]): string | undefined {
    if (!this.fields.length) return this.message
    const left = this.fields.filter((one) => !names.some((name) => isAbout(one, name)))
    return left.length ? left.map(said).join(' ') : undefined
  }
}

const isAbout = (one: FieldProblem, name: string) => one.field === name || one.field.endsWith(`.${name}`)
const said = (one: FieldProblem) => [one.message, one.fix].filter(Boolean).join(' ')

/** A key that makes a repeated creation one creation. Works without a secure context too. */
export function once(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export const client = createClient<paths>({ baseUrl: '', credentials: 'same-origin', fetch: fetchOnce })

client.use({
  onRequest({ request }) {
    if (request.method === 'POST' && !request.headers.has('Idempotency-Key')) request.headers.set('Idempotency-Key', once())
    return request
  },
})

/** The header of a change: refused when somebody else changed the thing meanwhile. */
export function ifMatch(rev: number): { 'If-Match': string } {
  return { 'If-Match': `"${rev}"` }
}

function toSignIn(): void {
  if (typeof window === 'undefined' || window.location.pathname.startsWith('/sign-in')) return
  window.location.assign(`/sign-in?next=${encodeURIComponent(window.location.pathname + window.location.search)}`)
}

async function refuse(response: Response, error: unknown): Promise<never> {
  if (response.status === 401) toSignIn()
  throw new Problem(response.status, typeof error === 'object' && error !== null ? (error as Partial<ProblemBody>) : {})
}

/** The value of an answer, or a thrown Problem. */
export async function ok<T>(answer: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<Full<Exclude<T, undefined>>> {
  const { data, error, response } = await answer.catch(() => {
    throw new Problem(0, { title: 'No connection', detail: 'The server did not answer. What you typed is still here; try again.' })
  })
  if (!response.ok) return refuse(response, error)
  return data as Full<Exclude<T, undefined>>
}

/** Sends one file, with fields of the form beside it; forms are the one thing the typed client does not carry. */
export async function upload<T>(path: string, file: File, headers: Record<string, string> = {}, fields: [name: string, value: string][] = []): Promise<T> {
  const body = new FormData()
  body.append('file', file)
  for (const [name, value] of fields) body.append(name, value)
  const response = await fetch(path, { method: 'POST', body, credentials: 'same-origin', headers: { 'Idempotency-Key': once(), ...headers } })
  const answer: unknown = await response.json().catch(() => ({}))
  if (!response.ok) return refuse(response, answer)
  return answer as T
}

/** Fetches one file as it is, so that a refusal is read as such and not saved under the name of the file. */
export async function download(path: string): Promise<Blob> {
  const response = await fetch(path, { credentials: 'same-origin' }).catch(() => {
    throw new Problem(0, { title: 'No connection', detail: 'The server did not answer. Try again.' })
  })
  if (!response.ok) return refuse(response, await response.json().catch(() => ({})))
  return response.blob()
}

type PageOf<T> = { items: T[]; next?: string | null }

/** Every item of a list, page after page, up to a ceiling that no screen could show anyway. */
export async function all<T>(page: (cursor: string | undefined) => Promise<PageOf<T>>, ceiling = 2000): Promise<T[]> {
  const items: T[] = []
  let cursor: string | undefined
  do {
    const one = await page(cursor)
    items.push(...one.items)
    cursor = one.next ?? undefined
  } while (cursor && items.length < ceiling)
  return items
}
