import { describe, expect, it } from 'vitest'
import { stateOf, tell } from './publication'

const line = (kind: string, state: string, more: object = {}) => ({ kind, state, error: null, witness: null, ...more })

describe('a publication in words', () => {
  it('says where it stands, and shows a state it does not know as it is', () => {
    expect(stateOf({ state: 'live' })).toEqual({ word: 'out', tone: 'good' })
    expect(stateOf({ state: 'dreaming' })).toEqual({ word: 'dreaming', tone: 'quiet' })
  })
  it('tells a failure in the network’s words', () => {
    expect(tell(line('commit', 'unknown', { error: { message: 'It broke off.' } }))).toEqual({ what: 'Made public', how: 'It broke off.' })
  })
  it('does not call a call public before its answer is there', () => {
    expect(tell(line('commit', 'intent')).what).toBe('Written down: it is about to go out')
  })
  it('names each witness of a look', () => {
    const look = line('reconcile', 'reconciled', { witness: { state: 'live', verdict: 'live', container: 'PUBLISHED', used_since: 1, found: ['17'] } })
    expect(tell(look).how).toBe('it is out; container PUBLISHED, used since 1, found ["17"]')
  })
  it('keeps apart a label that is missing and one that nobody can read', () => {
    const read = (ai_label: boolean | null) => tell(line('read_back', 'reconciled', { witness: { ai_label } })).how
    expect([read(true), read(false), read(null)]).toEqual(['the AI label is shown', 'no AI label is shown', 'the network does not tell the label'])
  })
})
