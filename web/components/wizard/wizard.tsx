'use client'
import { useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { type CSSProperties, type FormEvent, useCallback, useState } from 'react'
import { client, ifMatch, ok, Problem } from '@/api/client'
import { keys } from '@/api/keys'
import { init } from '@/api/wizard'
import { PersonaCard } from '@/components/persona-card'
import { Editing } from '@/components/persona/edit'
import { Lights } from '@/components/shell/corner'
import { Mark } from '@/components/shell/mark'
import { Refusal, Skeleton } from '@/components/ui/notes'
import { setAddress, useAddress } from '@/lib/address'
import { type Doc, hueOf, lacking, type Screen, screenOf, screens, toInit } from '@/lib/persona'
import { Plan } from './plan'
import { Progress, SavingNote } from './progress'
import { body, questions } from './screens'
import { useDraft } from './use-draft'

const known = (doc: Doc) => ({ name: doc.name, handle: doc.handle, mode: doc.mode || 'lifestyle', persona: doc.persona, pace: doc.pace })

/** From nothing to a person with thirty planned days, one decision at a time. */
export function Wizard() {
  const [made] = useAddress('made')
  return (
    <div className="min-h-dvh">
      <header className="flex items-center justify-between gap-4 px-8 py-5 max-md:px-4">
        <Mark />
        <div className="flex items-center gap-2">
          <Lights />
          <Link href="/dashboard" className="button button-bare button-small">
            Leave
          </Link>
        </div>
      </header>
      {made ? <Plan id={made} /> : <Steps />}
    </div>
  )
}

function Steps() {
  const draft = useDraft()
  const { doc, change } = draft
  const cache = useQueryClient()
  const [tried, setTried] = useState<Screen>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const lack = doc && tried === doc.screen ? lacking(doc, doc.screen) : undefined
  const error = useCallback((path: string) => (lack?.path === path ? lack.message : (problem?.field(path) ?? problem?.field(path.replace(/^persona\./, '')))), [lack, problem])
  if (draft.error) {
    return (
      <main className="mx-auto max-w-xl p-6">
        <h1 className="mb-4 text-4xl font-bold">That draft did not open.</h1>
        <Refusal error={draft.error} />
        <a href="/onboarding" className="button button-ink mt-4">
          Start anew
        </a>
      </main>
    )
  }
  if (!doc) {
    return (
      <main className="mx-auto max-w-[1180px] px-8" aria-busy="true">
        <h1 className="sr-only">New persona</h1>
        <Skeleton className="h-96" />
      </main>
    )
  }
  const at = screens.indexOf(doc.screen)
  const last = at === screens.length - 1
  const go = (screen: Screen) => {
    setTried(undefined)
    change((before) => ({ ...before, screen }))
    window.scrollTo({ top: 0 })
  }
  const finish = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      await draft.save()
      const { influencer } = await init(toInit(doc, new URLSearchParams(window.location.search).get('draft') ?? undefined))
      // Nothing goes out before somebody has seen the thirty days and said "Go live"; the colour stays the one of the wizard.
      await ok(client.PATCH('/api/influencer/{influencer_id}', { params: { path: { influencer_id: influencer.id } }, body: { paused: true, hue: hueOf(doc) }, headers: ifMatch(influencer.rev) })).catch(() => undefined)
      await cache.invalidateQueries({ queryKey: keys.influencers })
      setAddress({ draft: undefined, made: influencer.id })
    } catch (reason) {
      const refused = reason instanceof Problem ? reason : new Problem(0, { detail: String(reason) })
      setProblem(refused)
      const field = refused.fields[0]?.field
      if (field) go(screenOf(field))
    } finally {
      setBusy(false)
    }
  }
  const next = (event: FormEvent) => {
    event.preventDefault()
    setTried(doc.screen)
    if (lacking(doc, doc.screen)) return
    if (last) void finish()
    else go(screens[at + 1] ?? doc.screen)
  }
  const Body = body[doc.screen]
  const question = questions(doc)[doc.screen]
  return (
    <Editing doc={doc} onChange={change} known={known} error={error}>
      <main className="persona mx-auto grid max-w-[1180px] grid-cols-[minmax(0,1fr)_300px] gap-14 px-8 pb-16 max-lg:grid-cols-1 max-md:px-4" style={{ '--hue': hueOf(doc) } as CSSProperties}>
        <form onSubmit={next} className="flex min-w-0 flex-col gap-7">
          <Progress at={at} reached={doc.mode ? screens.length - 1 : 0} onGo={(n) => go(screens[n] ?? 'mode')} />
          <div>
            <h1 className="text-[clamp(34px,4.6vw,56px)] font-bold leading-[0.98]">{question.title}</h1>
            <p className="mt-3 max-w-[58ch] text-[17px] text-soft">{question.text}</p>
          </div>
          {problem && (
            <p role="alert" className="rounded-xl bg-bad-soft px-4 py-3 text-bad">
              {problem.message}
            </p>
          )}
          <Body doc={doc} change={change} go={go} resume={draft.resume} hasDraft={!!draft.id} />
          {lack && (
            <p role="alert" className="text-bad">
              {lack.message}
            </p>
          )}
          <div className="sticky bottom-0 -mx-2 flex items-center gap-2 bg-paper px-2 py-3">
            {at > 0 && (
              <button type="button" className="button button-line" onClick={() => go(screens[at - 1] ?? 'mode')}>
                Back
              </button>
            )}
            <button type="submit" className="button button-ink" disabled={busy}>
              {last ? (busy ? 'Planning thirty days…' : 'Plan thirty days') : 'Next'}
            </button>
            <SavingNote saving={draft.saving} onAgain={() => void draft.save()} />
          </div>
        </form>
        <aside className="self-start lg:sticky lg:top-7" aria-label="So far">
          <PersonaCard shown={{ name: doc.name, handle: doc.handle, mode: doc.mode || 'lifestyle', hue: hueOf(doc), face_url: doc.face?.url ?? null, age: doc.name ? doc.persona.age : undefined, city: doc.name ? doc.persona.city : undefined, work: doc.persona.work, traits: doc.persona.traits, line: doc.persona.background }} />
        </aside>
      </main>
    </Editing>
  )
}
