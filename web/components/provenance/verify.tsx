'use client'
import { type DragEvent, useState } from 'react'
import { upload } from '@/api/client'
import type { Passport } from '@/api/types'
import { Mark } from '@/components/shell/mark'
import { Icon } from '@/components/ui/icon'
import { Refusal, Skeleton } from '@/components/ui/notes'
import { PassportCard } from './passport-card'

const TAKES = 'image/jpeg,image/png,image/webp,video/mp4'
type State = { step: 'empty' } | { step: 'looking'; file: File } | { step: 'told'; file: File; passport: Passport } | { step: 'refused'; file: File; error: unknown }

/** Anybody may ask where a film or picture comes from, without an account. */
export function Verify() {
  const [state, setState] = useState<State>({ step: 'empty' })
  const look = async (file: File | undefined) => {
    if (!file) return
    setState({ step: 'looking', file })
    try {
      setState({ step: 'told', file, passport: await upload<Passport>('/api/verify', file) })
    } catch (error) {
      setState({ step: 'refused', file, error })
    }
  }
  return (
    <main className="mx-auto grid min-h-dvh max-w-5xl grid-cols-[5fr_6fr] items-center gap-14 p-6 max-md:grid-cols-1 max-md:content-start max-md:gap-8 max-md:pt-10">
      <section className="flex flex-col items-start gap-5">
        <div className="-ml-2">
          <Mark />
        </div>
        <h1 className="text-[clamp(38px,5vw,60px)] font-bold leading-[0.98]">Was anybody there?</h1>
        <p className="max-w-[44ch] text-[17px] text-soft">Films and pictures that are made here carry a signature and are remembered by what they look like. Show one, and hear who made it, from what and when.</p>
        <Drop busy={state.step === 'looking'} again={state.step !== 'empty'} onFile={(file) => void look(file)} />
        <p className="text-[13px] text-faint">Nothing you show is kept, and nobody is told.</p>
      </section>
      <section aria-live="polite" aria-label="What is known">
        {state.step === 'empty' && <Before />}
        {state.step === 'looking' && <Skeleton className="h-80 w-full rounded-2xl" />}
        {state.step === 'told' && <PassportCard passport={state.passport} name={state.file.name} />}
        {state.step === 'refused' && <Refusal error={state.error} again={() => void look(state.file)} />}
      </section>
    </main>
  )
}

function Drop({ busy, again, onFile }: { busy: boolean; again: boolean; onFile: (file: File | undefined) => void }) {
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!busy) onFile(event.dataTransfer.files[0])
  }
  return (
    <label
      className={`flex w-full cursor-pointer flex-col items-start gap-3 rounded-2xl border border-dashed p-6 transition-colors focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-persona ${over ? 'border-ink bg-sunk' : 'border-edge hover:bg-sunk'}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span className="button button-ink pointer-events-none">
        <Icon name="eye" />
        {busy ? 'Looking…' : again ? 'Show another' : 'Show a film or picture'}
      </span>
      <span className="text-[13px] text-soft">or drop it here. MP4, JPEG, PNG or WebP, up to 64 MB.</span>
      <input type="file" accept={TAKES} className="sr-only" disabled={busy} onChange={(event) => onFile(event.target.files?.[0])} />
    </label>
  )
}

/** What the two layers are, while nothing was shown yet. */
function Before() {
  const layers = [
    { icon: 'shield', title: 'A signature inside the file', text: 'It names the tool, the moment and what the film was made from. One changed byte breaks it.' },
    { icon: 'person', title: 'A memory of what it looks like', text: 'When a network encodes the film anew and the signature is gone, it is still recognised: then we say “probably”.' },
    { icon: 'alert', title: 'No mark proves nothing', text: 'A file without any mark may be real, or made elsewhere. We say so, and claim no more.' },
  ] as const
  return (
    <ul className="card divide-y divide-line">
      {layers.map(({ icon, title, text }) => (
        <li key={title} className="flex gap-4 p-5">
          <Icon name={icon} size={20} className="mt-0.5 text-soft" />
          <span>
            <span className="block font-semibold">{title}</span>
            <span className="block text-soft">{text}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
