import type { Channel, Video } from '@/api/types'
import { platformName } from './words'

const STORIES = new Set(['instagram'])

/** What a key means while posts are looked at; nothing for every other key. */
export const deedOf: Record<string, 'next' | 'before' | 'approve' | 'edit' | 'out' | 'leave' | undefined> = {
  j: 'next', ArrowDown: 'next', k: 'before', ArrowUp: 'before', a: 'approve', e: 'edit', x: 'out', Escape: 'leave',
}

export type Where = { name: string; handle: string; waits: boolean }

/** The accounts a post goes to. Only a real one waits for a yes; what a network has no place for is left out. */
export function whereItGoes(video: Pick<Video, 'kind' | 'influencer_id'>, channels: readonly Channel[]): Where[] {
  return channels
    .filter((one) => one.influencer_id === video.influencer_id && one.status !== 'disconnected')
    .filter((one) => video.kind === 'reel' || STORIES.has(one.platform))
    .map((one) => ({ name: platformName(one.platform), handle: one.handle, waits: one.realm === 'live' }))
}

/** Which post is looked at once the one at hand has left the queue: the one after it, else the one before. */
export function afterLeaving(queue: readonly Pick<Video, 'id'>[], id: string): string | undefined {
  const at = queue.findIndex((one) => one.id === id)
  return (queue[at + 1] ?? queue[at - 1])?.id
}
