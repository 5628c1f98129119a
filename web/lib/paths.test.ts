import { expect, test } from 'vitest'
import { get, put } from './paths'

test('a value is read and written by its path, and the old document stays', () => {
  const before = { persona: { voice: { tone: 'warm' }, age: 30 } }
  const after = put(before, 'persona.voice.tone', 'dry')
  expect(get(after, 'persona.voice.tone')).toBe('dry')
  expect(after).toEqual({ persona: { voice: { tone: 'dry' }, age: 30 } })
  expect(before).toEqual({ persona: { voice: { tone: 'warm' }, age: 30 } })
})

test('a path that leads nowhere is empty, and can be made', () => {
  expect(get({ a: 1 }, 'a.b.c')).toBe(undefined)
  expect(put({}, 'a.b', 1)).toEqual({ a: { b: 1 } })
})
