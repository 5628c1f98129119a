'use client'
import { useState } from 'react'
import { toast } from 'sonner'
import { once } from '@/api/client'
import { surprise } from '@/api/wizard'
import { Icon } from '@/components/ui/icon'
import type { Doc } from '@/lib/persona'

/** Puts somebody ready-made into the document; the mode stays, and the mode screen moves on by itself. */
export function useSurprise(change: (next: (before: Doc) => Doc) => void) {
  const [busy, setBusy] = useState(false)
  const run = async (mode: Doc['mode'], then?: (doc: Doc) => Doc) => {
    setBusy(true)
    try {
      const seed = once()
      const made = await surprise(mode || 'lifestyle', seed)
      change((before) => {
        const face = { ...made.face, look: made.look }
        const persona = { ...made.persona, ai_written: [...new Set([...made.persona.ai_written, 'name', 'handle'])] }
        const after: Doc = { ...before, mode: mode || 'lifestyle', name: made.name, handle: made.handle, persona, face, faces: [face], real_face: false, consent: null, seed }
        return then ? then(after) : after
      })
    } catch (error) {
      toast.error(error instanceof Error ? error.message : 'That did not work.')
    } finally {
      setBusy(false)
    }
  }
  return { busy, run }
}

export function SomebodyElse({ doc, change }: { doc: Doc; change: (next: (before: Doc) => Doc) => void }) {
  const { busy, run } = useSurprise(change)
  const [before, setBefore] = useState<Doc>()
  return (
    <div className="flex flex-wrap gap-2">
      <button
        type="button"
        className="button button-line"
        disabled={busy}
        onClick={() => {
          setBefore(doc)
          void run(doc.mode)
        }}
      >
        <Icon name="spark" />
        {busy ? 'Making somebody up…' : doc.name ? 'Surprise me with somebody else' : 'Surprise me'}
      </button>
      {before && !busy && (
        <button
          type="button"
          className="button button-bare"
          onClick={() => {
            change(() => before)
            setBefore(undefined)
          }}
        >
          Back to {before.name || 'what was there'}
        </button>
      )}
    </div>
  )
}
