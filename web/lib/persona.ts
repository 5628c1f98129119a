import type { ConsentForm, Face, InitBody, Look, Mode, Pace, Persona } from '@/api/types'
import { hueOfHex } from './hue'

/** Cities whose places are known; any other may be typed, with its own clock. */
export const cities: Record<string, string> = {
  Berlin: 'Europe/Berlin', Hamburg: 'Europe/Berlin', Vienna: 'Europe/Vienna', Zurich: 'Europe/Zurich', Lisbon: 'Europe/Lisbon', Barcelona: 'Europe/Madrid',
  Paris: 'Europe/Paris', Milan: 'Europe/Rome', Copenhagen: 'Europe/Copenhagen', London: 'Europe/London', 'New York': 'America/New_York',
  'Los Angeles': 'America/Los_Angeles', Chicago: 'America/Chicago', 'Mexico City': 'America/Mexico_City', 'São Paulo': 'America/Sao_Paulo',
  Lagos: 'Africa/Lagos', 'Cape Town': 'Africa/Johannesburg', Mumbai: 'Asia/Kolkata', Seoul: 'Asia/Seoul', Tokyo: 'Asia/Tokyo', Sydney: 'Australia/Sydney',
}

/** The clock of a city known by heart. */
export function zoneOf(city: string): string | undefined {
  const name = city.trim().toLowerCase()
  return Object.entries(cities).find(([known]) => known.toLowerCase() === name)?.[1]
}

export const zones: string[] = Intl.supportedValuesOf('timeZone')

export function blankPersona(): Persona {
  return {
    age: 27, pronouns: 'she', category: 'lifestyle', background: '', goals: '', traits: [], city: 'Berlin', timezone: 'Europe/Berlin', work: '',
    voice: { tone: 'warm', vocabulary: [], emoji: 'few', sentences: 'mixed', language: 'en' },
    chronotype: 'middle', sleep_hours: 7.5, habits: [], people: [], pillars: [], ai_written: [],
    audience: { age_min: 18, age_max: 34, gender: 'all', interests: [], region: '' },
  }
}

export const screens = ['mode', 'who', 'face', 'story', 'audience', 'pace', 'channels'] as const
export type Screen = (typeof screens)[number]
/** The draft counts five steps: mode, persona, pace, channels, and the thirty days. */
const STEP: Record<Screen, number> = { mode: 1, who: 2, face: 2, story: 2, audience: 2, pace: 3, channels: 4 }

/** The wizard's document: all that was typed, on every screen. */
export type Doc = {
  screen: Screen
  mode: Mode | ''
  name: string
  handle: string
  persona: Persona
  pace: Pace
  growth: { on: boolean; days: number }
  approval: 'ask' | 'auto'
  face: Face | null
  faces: Face[]
  real_face: boolean
  consent: ConsentForm | null
  sandbox: boolean
  seed: string
}

export function blankDoc(seed: string): Doc {
  return {
    screen: 'mode', mode: '', name: '', handle: '', persona: blankPersona(), pace: { posts_per_week: 5, stories_per_day: 1, rrule: null },
    growth: { on: true, days: 14 }, approval: 'ask', face: null, faces: [], real_face: false, consent: null, sandbox: true, seed,
  }
}

/** A kept draft as a document: what an older draft does not have yet gets its first value. */
export function reviveDoc(fields: object, seed: string): Doc {
  const blank = blankDoc(seed)
  const kept = fields as Partial<Doc>
  return { ...blank, ...kept, persona: { ...blank.persona, ...kept.persona }, screen: screens.find((one) => one === kept.screen) ?? 'mode' }
}

export function stepOf(screen: Screen): number {
  return STEP[screen]
}

/** A handle made of a name: the letters a network takes. */
export function toHandle(name: string): string {
  return name.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/ß/g, 'ss').replace(/[^a-z0-9]+/g, '.').replace(/^\.+|\.+$/g, '').slice(0, 30)
}

/** What a screen still needs, in a sentence, or nothing. */
export function lacking(doc: Doc, screen: Screen): { path: string; message: string } | undefined {
  if (screen === 'mode' && !doc.mode) return { path: 'mode', message: 'Choose one of the two ways.' }
  if (screen === 'who') {
    if (!doc.name.trim()) return { path: 'name', message: 'Give a name, or press “Surprise me”.' }
    if (!/^[a-z0-9._]{2,30}$/.test(doc.handle)) return { path: 'handle', message: 'Two to thirty small letters, digits, dots or underscores.' }
    if (!(doc.persona.age >= 18 && doc.persona.age <= 99)) return { path: 'persona.age', message: 'A persona is an adult: 18 to 99.' }
  }
  if (screen === 'face' && doc.real_face && !doc.consent) return { path: 'consent', message: 'An uploaded face needs the recorded consent of the person it belongs to.' }
  if (screen === 'audience' && doc.persona.audience.age_min > doc.persona.audience.age_max) return { path: 'persona.audience.age_min', message: 'The youngest must not be older than the oldest.' }
  return undefined
}

export function toInit(doc: Doc, draft_id: string | undefined): InitBody {
  return {
    name: doc.name.trim(), handle: doc.handle, mode: doc.mode || 'lifestyle', persona: doc.persona, pace: doc.pace, growth: doc.growth, approval: doc.approval,
    face_key: doc.face?.key, look: (doc.face?.look as Look | null | undefined) ?? undefined, real_face: doc.real_face, consent: doc.real_face ? (doc.consent ?? undefined) : undefined,
    channels: doc.sandbox ? [{ platform: 'instagram', realm: 'sandbox' }] : [], plan_days: 30, draft_id,
  }
}

/** The screen on which a field the server refused is filled in. */
export function screenOf(field: string): Screen {
  if (/audience/.test(field)) return 'audience'
  if (/background|goals|traits|habits|people|voice|chronotype|sleep/.test(field)) return 'story'
  if (/face|look|consent/.test(field)) return 'face'
  if (/pace|growth|approval|rrule/.test(field)) return 'pace'
  if (/channel/.test(field)) return 'channels'
  return /mode/.test(field) ? 'mode' : 'who'
}

/** Her colour: that of what she wears, or one that is the same for the same name. */
export function hueOf(doc: Pick<Doc, 'name' | 'face'>): number {
  const worn = doc.face?.look?.outfit_color
  const own = typeof worn === 'string' ? hueOfHex(worn) : undefined
  if (own !== undefined) return own
  let sum = 7
  for (const letter of doc.name) sum = (sum * 31 + letter.charCodeAt(0)) % 360
  return doc.name ? sum : 300
}
