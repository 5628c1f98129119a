import { expect, test } from 'vitest'
import { all, ifMatch, once, Problem } from './client'

test('a refusal is said in the words of the server, field by field', () => {
  const problem = new Problem(422, { title: 'Invalid', detail: 'Two fields are wrong.', errors: [{ field: 'persona.age', message: 'A persona is an adult.', fix: 'Give 18 or more.' }, { field: 'handle', message: 'Taken.' }] })
  expect([problem.message, problem.field('age'), problem.field('handle'), problem.field('name')]).toEqual(['Two fields are wrong.', 'A persona is an adult. Give 18 or more.', 'Taken.', undefined])
})

test('what no field of the form can say is said beside it, and nothing twice', () => {
  const stale = new Problem(412, { detail: 'Changed.', errors: [{ field: 'If-Match', message: 'Changed.', fix: 'Load it again.' }] })
  const taken = new Problem(409, { detail: 'Taken.', errors: [{ field: 'email', message: 'Taken.' }] })
  expect([stale.beside('email', 'name'), taken.beside('email', 'name'), new Problem(503, { detail: 'Busy.' }).beside('email')]).toEqual(['Changed. Load it again.', undefined, 'Busy.'])
})

test('an answer that is no problem document still says something', () => {
  expect(new Problem(502, {}).message).toBe('The server answered 502.')
})

test('a list is read to its last page and no further', async () => {
  const asked: (string | undefined)[] = []
  const pages = [{ items: [1, 2], next: 'b' }, { items: [3], next: 'c' }, { items: [4], next: null }]
  const items = await all(async (cursor) => {
    asked.push(cursor)
    return pages[asked.length - 1] ?? { items: [], next: null }
  })
  expect([items, asked]).toEqual([[1, 2, 3, 4], [undefined, 'b', 'c']])
})

test('a revision is quoted as an ETag, and two keys are never the same', () => {
  expect(ifMatch(3)).toEqual({ 'If-Match': '"3"' })
  expect(new Set(Array.from({ length: 200 }, once)).size).toBe(200)
})
