import { describe, expect, it } from 'vitest'
import { folded, networksOf } from './network'

describe('the fold', () => {
  it('shows a short line whole and says when there is more below it', () => {
    expect(folded('Soup again.', 55)).toEqual({ seen: 'Soup again.', more: false })
    expect(folded('Soup again.\n\nFour days of it.', 55)).toEqual({ seen: 'Soup again.', more: true })
  })
  it('cuts a long line after a word', () => {
    expect(folded('I nearly cancelled this morning, and then I went.', 20)).toEqual({ seen: 'I nearly cancelled', more: true })
  })
  it('cuts a word that is longer than the fold in the middle', () => {
    expect(folded('Donaudampfschifffahrtsgesellschaft', 10)).toEqual({ seen: 'Donaudampf', more: true })
  })
  it('has nothing to show of no words', () => {
    expect(folded('  ', 55)).toEqual({ seen: '', more: false })
  })
})

describe('where she posts', () => {
  const account = (influencer_id: string, platform: string) => ({ influencer_id, platform })
  it('names her networks once each, and nobody else’s', () => {
    expect(networksOf([account('a', 'youtube'), account('a', 'instagram'), account('a', 'instagram'), account('b', 'tiktok')], 'a')).toEqual(['instagram', 'youtube'])
  })
  it('is Instagram until an account is connected', () => {
    expect(networksOf([account('b', 'tiktok')], 'a')).toEqual(['instagram'])
  })
})
