import type { Json } from '@/api/types'

type Tree = { [key: string]: unknown }
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands at 'persona.voice.tone'. */
export function get(tree: unknown, path: string): unknown {
  let at: unknown = tree
  for (const key of path.split('.')) at = isTree(at) ? at[key] : undefined
  return at
}

/** The same document with another value at a path; nothing that was there is changed in place. */
export function put<T extends object>(tree: T, path: string, value: Json | undefined): T {
  const [head = '', ...rest] = path.split('.')
  const below = (tree as Tree)[head]
  return { ...tree, [head]: rest.length ? put(isTree(below) ? below : {}, rest.join('.'), value) : value }
}
