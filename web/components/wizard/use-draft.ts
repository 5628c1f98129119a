'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { once } from '@/api/client'
import { keepDraft, readDraft, startDraft } from '@/api/wizard'
import { useAddress } from '@/lib/address'
import { blankDoc, type Doc, reviveDoc, stepOf } from '@/lib/persona'

const PAUSE = 700
export type Saving = 'nothing' | 'typing' | 'kept' | 'lost'
const fresh = once

/** The wizard's document, kept on the server a moment after each change and found again by its address. */
export function useDraft() {
  const [id, setId] = useAddress('draft')
  const [doc, setDoc] = useState<Doc>()
  const [saving, setSaving] = useState<Saving>('nothing')
  const [error, setError] = useState<Error>()
  const known = useRef<string>(undefined)
  const pending = useRef<Doc>(undefined)
  const chain = useRef<Promise<unknown>>(Promise.resolve())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    const asked = new URLSearchParams(window.location.search).get('draft')
    if (id !== (asked ?? undefined)) return
    if (!id) {
      known.current = undefined
      setDoc(blankDoc(fresh()))
      return
    }
    if (known.current === id) return
    known.current = id
    readDraft(id)
      .then((draft) => {
        setDoc(reviveDoc(draft.fields, fresh()))
        setSaving('kept')
      })
      .catch((reason: Error) => setError(reason))
  }, [id])

  const save = useCallback(() => {
    clearTimeout(timer.current)
    const doc = pending.current
    if (!doc) return chain.current
    pending.current = undefined
    const fields = JSON.parse(JSON.stringify(doc))
    chain.current = chain.current
      .then(async () => {
        if (known.current) await keepDraft(known.current, stepOf(doc.screen), fields)
        else {
          const draft = await startDraft(stepOf(doc.screen), fields)
          known.current = draft.id
          setId(draft.id)
        }
        if (!pending.current) setSaving('kept')
      })
      .catch(() => {
        pending.current ??= doc
        setSaving('lost')
      })
    return chain.current
  }, [setId])

  const change = useCallback(
    (next: (before: Doc) => Doc) =>
      setDoc((before) => {
        if (!before) return before
        const after = next(before)
        pending.current = after
        setSaving('typing')
        clearTimeout(timer.current)
        timer.current = setTimeout(() => void save(), PAUSE)
        return after
      }),
    [save],
  )

  useEffect(() => {
    const leave = () => void save()
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', leave)
      void save()
    }
  }, [save])

  /** Opens a draft that was kept before. */
  const resume = useCallback((draft: string) => setId(draft, true), [setId])
  return { id, doc, change, save, saving, error, resume }
}
