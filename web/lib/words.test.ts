import { expect, test } from 'vitest'
import type { Video } from '@/api/types'
import { brief, count, money, stageDone, stages, statusOf } from './words'

const video = (change: Partial<Video>): Video => ({ status: 'pending', stage: null, progress: 0, approval: 'none', failure: null, ...change }) as Video

test('an open question comes before "ready"', () => {
  expect(statusOf(video({ status: 'ready', approval: 'asked' })).word).toBe('needs your OK')
  expect(statusOf(video({ status: 'ready', approval: 'given' })).word).toBe('ready')
})

test('lime is only for what happens right now', () => {
  const live = (['pending', 'processing', 'ready', 'posted', 'failed', 'missed', 'withdrawn'] as const).filter((status) => statusOf(video({ status })).tone === 'live')
  expect(live).toEqual(['processing'])
})

test('the steps before the one at work are done, those after it are not begun', () => {
  const film = video({ status: 'processing', stage: 'film', progress: 0.6 })
  const done = stages.map(([stage]) => stageDone(film, stage))
  expect(done.slice(0, 3)).toEqual([1, 1, 1])
  expect(done.slice(4)).toEqual([0, 0])
  expect(done[3]).toBeGreaterThan(0)
  expect(done[3]).toBeLessThan(1)
})

test('nothing of a planned or withdrawn film is done, all of a posted one is', () => {
  const sum = (one: Video) => stages.reduce((total, [stage]) => total + stageDone(one, stage), 0)
  expect([sum(video({})), sum(video({ status: 'withdrawn' })), sum(video({ status: 'posted' })), sum(video({ status: 'ready' }))]).toEqual([0, 0, 6, 5])
})

test('money and numbers are said as people say them', () => {
  expect([money(0), money(0.004), money(1.2)]).toEqual(['nothing', 'under 1 cent', '$1.20'])
  expect([count(1, 'post'), count(1200, 'story', 'stories')]).toEqual(['1 post', '1,200 stories'])
})

test('a long text is cut at a word', () => {
  expect(brief('She goes to Lisbon for five days', 20)).toBe('She goes to Lisbon…')
  expect(brief('She goes to Lisbon', 20)).toBe('She goes to Lisbon')
})
