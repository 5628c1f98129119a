/** What every page behind the door asks for first. A script in the page asks while the others still come; it is there when they run. */
const FIRST = ['/api/account', '/api/influencer?limit=100', '/api/health']

type Asked = Record<string, Promise<Response> | undefined>
const asked = () => (globalThis as { firstAsked?: Asked }).firstAsked

export const askFirst = `firstAsked=Object.fromEntries(${JSON.stringify(FIRST)}.map(p=>[p,fetch(p,{credentials:'same-origin'})]))`

/** Fetches, and takes what was asked ahead in its stead: once, so that nobody reads what has changed since. */
export function fetchOnce(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const path = pathname + search
  const kept = request.method === 'GET' ? asked()?.[path] : undefined
  if (!kept) return fetch(request)
  delete asked()?.[path]
  return kept
}
