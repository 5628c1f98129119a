import { afterEach, expect, test, vi } from 'vitest'
import { askFirst, fetchOnce } from './first'

const base = 'http://localhost:8000'
const answers = (...texts: string[]) => {
  const fetched = vi.fn<(path: unknown) => Promise<Response>>()
  for (const text of texts) fetched.mockResolvedValueOnce(new Response(text))
  vi.stubGlobal('fetch', fetched)
  return fetched
}
const read = async (path: string, method = 'GET') => (await fetchOnce(new Request(base + path, { method }))).text()

afterEach(() => {
  vi.unstubAllGlobals()
  Reflect.deleteProperty(globalThis, 'firstAsked')
})

test('what was asked ahead is taken once; the next time it is asked anew', async () => {
  const fetched = answers('account', 'cast', 'health', 'a new cast')
  new Function(askFirst)()
  expect(fetched).toHaveBeenCalledTimes(3)
  expect(await read('/api/influencer?limit=100')).toBe('cast')
  expect(await read('/api/influencer?limit=100')).toBe('a new cast')
})

test('a change is never answered with what was read ahead', async () => {
  answers('account', 'cast', 'health', 'changed')
  new Function(askFirst)()
  expect(await read('/api/account', 'PATCH')).toBe('changed')
})

test('a page that asked nothing ahead asks now', async () => {
  answers('account')
  expect(await read('/api/account')).toBe('account')
})
