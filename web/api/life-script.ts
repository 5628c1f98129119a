import { useMutation, useQueryClient } from '@tanstack/react-query'
import { upload } from './client'
import type { ScriptAnswer } from './types'

/** A script as it is sent: its text, the name that tells its form, and the lines that are left out. */
export type Script = { text: string; name: string; without: number[] }

const path = (id: string) => `/api/influencer/${encodeURIComponent(id)}/life/script`
const file = (script: Script) => new File([script.text], script.name, { type: 'text/plain' })
const without = (script: Script) => script.without.map((line): [string, string] => ['without', String(line)])

/** What every line of a script would become. Keeps nothing. */
export function usePreviewScript(id: string) {
  return useMutation({ mutationFn: (script: Script) => upload<ScriptAnswer>(path(id), file(script), {}, without(script)) })
}

/** Pins the lines of a script that was shown. */
export function useApplyScript(id: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ base, digest, ...script }: Script & { base: number; digest: string }) =>
      upload<{ revision: number }>(`${path(id)}/apply`, file(script), {}, [...without(script), ['base', String(base)], ['digest', digest]]),
    onSuccess: () => void cache.invalidateQueries(),
  })
}
