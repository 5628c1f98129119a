import { type Square, toCrop } from '@/lib/square'
import { all, client, ok, upload } from './client'
import type { Draft, Face, InitBody, Json, Look, Mode, Persona } from './types'

export type Fields = { [key: string]: Json }

export const readDraft = async (draft_id: string) => (await ok(client.GET('/api/draft/{draft_id}', { params: { path: { draft_id } } }))) as Draft

/** The drafts, the latest first. */
export async function readDrafts(): Promise<Draft[]> {
  const drafts = (await all((cursor) => ok(client.GET('/api/draft', { params: { query: { limit: 200, cursor } } })))) as Draft[]
  return drafts.sort((a, b) => b.updated_at.localeCompare(a.updated_at))
}

export const startDraft = (step: number, fields: Fields) => ok(client.POST('/api/draft', { body: { step, fields } }))

export const keepDraft = (draft_id: string, step: number, fields: Fields) =>
  ok(client.PATCH('/api/draft/{draft_id}', { params: { path: { draft_id } }, body: { step, fields } }))

export const dropDraft = (draft_id: string) => ok(client.DELETE('/api/draft/{draft_id}', { params: { path: { draft_id } } }))

export const autofill = (field: string, known: Fields, seed: string) => ok(client.POST('/api/autofill', { body: { field, known, seed } }))

type Surprised = { name: string; handle: string; persona: Persona; look: Look; face: Face }
export const surprise = async (mode: Mode, seed: string) => (await ok(client.POST('/api/surprise', { body: { mode, seed } }))) as Surprised

export const drawFaces = async (persona: Persona, seed: string, count: number) => (await ok(client.POST('/api/face', { body: { persona, seed, count } }))).faces as Face[]

/** Sends the square of a photograph, and whether it shows a real person. */
export const uploadFace = (file: File, square: Square, real: boolean) => upload<Face>('/api/face/upload', file, {}, [['crop', toCrop(square)], ['shows', real ? 'real_person' : 'nobody_real']])

/** Where the face in a photograph is; nothing when none is surely seen. The photograph is not kept. */
export const findFace = async (file: File) => (await upload<{ square: Square | null }>('/api/face/find', file, {})).square

export const init = (body: InitBody) => ok(client.POST('/api/sorcerer/init', { body }))
