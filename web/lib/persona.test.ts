import { describe, expect, test } from 'vitest'
import { blankDoc, hueOf, lacking, reviveDoc, screenOf, toHandle, toInit } from './persona'

describe('the wizard document', () => {
  test('a handle has only letters a network takes', () => {
    expect(toHandle('Zoë Müller-Groß')).toBe('zoe.muller.gross')
    expect(toHandle('  ')).toBe('')
  })
  test('the first screen asks for a mode, the second for a name', () => {
    const doc = blankDoc('1')
    expect(lacking(doc, 'mode')?.path).toBe('mode')
    expect(lacking(doc, 'who')?.path).toBe('name')
    expect(lacking({ ...doc, name: 'Mara', handle: 'mara' }, 'who')).toBe(undefined)
  })
  test('nobody under eighteen passes', () => {
    const doc = { ...blankDoc('1'), name: 'Mara', handle: 'mara' }
    expect(lacking({ ...doc, persona: { ...doc.persona, age: 17 } }, 'who')?.path).toBe('persona.age')
  })
  test('an uploaded face without consent does not pass', () => {
    expect(lacking({ ...blankDoc('1'), real_face: true }, 'face')?.path).toBe('consent')
  })
  test('a kept draft comes back with all that was typed', () => {
    const doc = { ...blankDoc('1'), name: 'Mara', screen: 'story' as const }
    expect(reviveDoc(JSON.parse(JSON.stringify(doc)), '2')).toEqual(doc)
    expect(reviveDoc({ name: 'Old' }, '3')).toEqual({ ...blankDoc('3'), name: 'Old' })
  })
  test('what is sent has no consent of a made-up face and no platform that was not chosen', () => {
    const doc = { ...blankDoc('1'), mode: 'company' as const, name: ' Mara ', handle: 'mara' }
    const body = toInit(doc, 'd1')
    expect([body.name, body.consent, body.draft_id, body.channels]).toEqual(['Mara', undefined, 'd1', [{ platform: 'instagram', realm: 'sandbox' }]])
  })
  test('a refused field leads to its screen', () => {
    expect(['persona.audience.age_min', 'persona.voice.tone', 'handle', 'pace.rrule', 'consent.proof'].map(screenOf)).toEqual(['audience', 'story', 'who', 'pace', 'face'])
  })
  test('the colour is that of what is worn, if that has one', () => {
    const wearing = (outfit_color: string) => hueOf({ name: 'Mara', face: { key: 'k', url: '', look: { outfit_color } } })
    expect([wearing('#ff0000'), wearing('#0000ff'), wearing('#00ff00')]).toEqual([29, 264, 142])
    expect(wearing('#808080')).toBe(hueOf({ name: 'Mara', face: null }))
  })
  test('the colour of a name is the same each time', () => {
    expect(hueOf({ name: 'Mara', face: null })).toBe(hueOf({ name: 'Mara', face: null }))
  })
})
