import type { Scope } from '@/api/types'

/** What a token with a scope may do, after "may". */
export const scopeName: Record<Scope, string> = { read: 'look', write: 'change', account: 'manage the account', calendar: 'read the calendar feed' }

export const scopes: { value: Scope; title: string; text: string }[] = [
  { value: 'read', title: 'Look', text: 'Read personas, plans and posts.' },
  { value: 'write', title: 'Change', text: 'Plan, make and publish.' },
  { value: 'account', title: 'Manage the account', text: 'Name, password, tokens, deletion.' },
]

/** How long a token may last, in days; undefined until it is revoked. */
export const lives: { value: string; title: string; days: number | undefined }[] = [
  { value: 'always', title: 'Until it is revoked', days: undefined },
  { value: '30', title: '30 days', days: 30 },
  { value: '90', title: '90 days', days: 90 },
  { value: '365', title: 'A year', days: 365 },
]

/** The moment a token made now runs out, or null. */
export function endOf(life: string, now: number): string | null {
  const days = lives.find((one) => one.value === life)?.days
  return days === undefined ? null : new Date(now + days * 86_400_000).toISOString()
}
