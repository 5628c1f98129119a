import { expect, test } from 'vitest'
import type { Channel } from '@/api/types'
import { afterLeaving, whereItGoes } from './review'

const account = (platform: string, more: Partial<Channel> = {}) => ({ influencer_id: 'mara', platform, handle: platform, realm: 'live', status: 'connected', ...more }) as Channel
const accounts = [account('instagram'), account('youtube'), account('tiktok', { status: 'disconnected' }), account('instagram', { influencer_id: 'other', handle: 'other' }), account('instagram', { realm: 'sandbox', handle: 'pretend' })]

test('a story goes only where there are stories, and only a real account waits for a yes', () => {
  expect(whereItGoes({ kind: 'story', influencer_id: 'mara' }, accounts)).toEqual([
    { name: 'Instagram', handle: 'instagram', waits: true },
    { name: 'Instagram', handle: 'pretend', waits: false },
  ])
  expect(whereItGoes({ kind: 'reel', influencer_id: 'mara' }, accounts).map((one) => one.handle)).toEqual(['instagram', 'youtube', 'pretend'])
})

test('after a post has left the queue the next one is looked at, of the last one the one before', () => {
  const queue = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
  expect([afterLeaving(queue, 'a'), afterLeaving(queue, 'c'), afterLeaving([{ id: 'a' }], 'a')]).toEqual(['b', 'b', undefined])
})
