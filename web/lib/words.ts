import type { Influencer, Need, Persona, Stage, Video, VideoStatus } from '@/api/types'

type Pronouns = Persona['pronouns']
export const their: Record<Pronouns, string> = { she: 'her', he: 'his', they: 'their' }
export const them: Record<Pronouns, string> = { she: 'her', he: 'him', they: 'them' }

export function does(pronouns: Pronouns, verb: string): string {
  return pronouns === 'they' ? `they ${verb}` : `${pronouns} ${verb}s`
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export function firstName(who: Pick<Influencer, 'name'>): string {
  return who.name.split(' ')[0] ?? who.name
}

export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`
}

export function money(usd: number): string {
  if (usd === 0) return 'nothing'
  return usd < 0.01 ? 'under 1 cent' : `$${usd.toFixed(2)}`
}

const PLATFORMS: Record<string, string> = { instagram: 'Instagram', tiktok: 'TikTok', youtube: 'YouTube Shorts' }

export function platformName(platform: string): string {
  return PLATFORMS[platform] ?? capital(platform)
}

export const stages: [Stage, string][] = [
  ['script', 'Script'], ['storyboard', 'Storyboard'], ['first_frame', 'First frame'], ['film', 'Film'], ['thumbnail', 'Cover'], ['publish', 'Post'],
]

export function stageName(stage: string): string {
  return stages.find(([key]) => key === stage)?.[1] ?? capital(stage.replace(/_/g, ' '))
}

export type Tone = 'quiet' | 'live' | 'good' | 'bad' | 'ask'
export type Mark = 'clock' | 'bolt' | 'check' | 'sent' | 'alert' | 'dash' | 'eye'
type Status = { word: string; brief?: string; mark: Mark; tone: Tone }
const STATUS: Record<VideoStatus, Status> = {
  pending: { word: 'planned', mark: 'clock', tone: 'quiet' },
  processing: { word: 'being made', brief: 'making', mark: 'bolt', tone: 'live' },
  ready: { word: 'ready', mark: 'check', tone: 'good' },
  posted: { word: 'posted', mark: 'sent', tone: 'quiet' },
  failed: { word: 'failed', mark: 'alert', tone: 'bad' },
  missed: { word: 'missed', mark: 'alert', tone: 'bad' },
  withdrawn: { word: 'taken out', mark: 'dash', tone: 'quiet' },
}

/** The word, icon and colour of a film's state; an open question to the reader comes before "ready". */
export function statusOf(video: Pick<Video, 'status' | 'approval' | 'stage'>): Status {
  if (video.approval === 'asked' && video.status === 'ready') return { word: 'needs your OK', brief: 'your OK', mark: 'eye', tone: 'ask' }
  if (video.status === 'processing' && video.stage === 'publish') return { word: 'posting', mark: 'bolt', tone: 'live' }
  return STATUS[video.status]
}

export const needWord: Record<Need['kind'], string> = { approve: 'Review', review: 'Review', failed: 'Failed', reconnect: 'Reconnect', consent: 'Consent' }

/** How far each stage is, 0 to 1, from the stage at work and the progress of the whole. */
export function stageDone(video: Pick<Video, 'status' | 'stage' | 'progress' | 'failure'>, stage: Stage): number {
  if (video.status === 'posted') return 1
  if (video.status === 'ready') return stage === 'publish' ? 0 : 1
  const order = stages.map(([key]) => key)
  const at = (order as string[]).indexOf(video.stage ?? video.failure?.stage ?? 'script')
  const mine = order.indexOf(stage)
  if (at < 0 || video.status === 'pending' || video.status === 'withdrawn' || video.status === 'missed') return 0
  if (mine < at) return 1
  return mine === at ? Math.min(0.9, Math.max(0.15, video.progress * order.length - at)) : 0
}

/** A text of at most so many characters, cut at a word. */
export function brief(text: string, most = 60): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()}…`
}
