'use client'
import { useEffect, useRef, useState } from 'react'
import { toast } from 'sonner'
import { once } from '@/api/client'
import type { Face } from '@/api/types'
import { drawFaces, uploadFace } from '@/api/wizard'
import { blankConsent, ConsentFields, type ConsentText, toConsent } from '@/components/consent-fields'
import { Icon } from '@/components/ui/icon'
import { Skeleton } from '@/components/ui/notes'
import type { Square } from '@/lib/square'
import { FaceCrop } from './face-crop'
import type { ScreenProps } from './screen-props'

const COUNT = 8
const AT_ONCE = 4 // as many as the server draws for one request

/** Candidates in a grid, or an upload with the consent of whoever it is. */
export function FaceScreen({ doc, change }: ScreenProps) {
  const [busy, setBusy] = useState(false)
  const [uploading, setUploading] = useState(doc.real_face)
  const draw = async (seed: string) => {
    setBusy(true)
    try {
      const rounds = Array.from({ length: COUNT / AT_ONCE }, (_, n) => drawFaces(doc.persona, n ? `${seed}-${n}` : seed, AT_ONCE))
      const faces = (await Promise.all(rounds)).flat()
      change((before) => {
        const chosen = before.face && !before.real_face ? before.face : null
        const grid = [...(chosen ? [chosen] : []), ...faces.filter((face) => face.key !== chosen?.key)].slice(0, COUNT)
        return { ...before, seed, faces: grid, face: before.face ?? grid[0] ?? null }
      })
    } catch (error) {
      toast.error(error instanceof Error ? error.message : 'That did not work.')
    } finally {
      setBusy(false)
    }
  }
  const started = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first candidates are drawn once, when the screen opens
  useEffect(() => {
    if (started.current || doc.faces.length > 1 || doc.real_face) return
    started.current = true
    void draw(doc.seed)
  }, [])
  return (
    <div className="flex flex-col gap-6">
      <fieldset className="grid grid-cols-4 gap-3 max-md:grid-cols-2">
        <legend className="sr-only">Faces</legend>
        {doc.faces.map((face, n) => (
          <label key={face.key} className="choice relative aspect-[4/5] overflow-hidden !p-0">
            <input type="radio" name="face" className="sr-only" checked={doc.face?.key === face.key} onChange={() => change((before) => ({ ...before, face, real_face: !!face.real }))} aria-label={`Face ${n + 1}`} />
            <Picture face={face} />
            {doc.face?.key === face.key && (
              <span className="absolute right-2 top-2 grid size-7 place-items-center rounded-full bg-ink text-paper">
                <Icon name="check" />
              </span>
            )}
          </label>
        ))}
        {busy && Array.from({ length: Math.max(AT_ONCE, COUNT - doc.faces.length) }, (_, n) => n).map((n) => <Skeleton key={n} className="aspect-[4/5]" />)}
      </fieldset>
      <div className="flex flex-wrap gap-2">
        <button type="button" className="button button-line" disabled={busy} onClick={() => void draw(once())}>
          <Icon name="spark" />
          {busy ? 'Drawing…' : 'Surprise me: other faces'}
        </button>
        {!uploading && (
          <button type="button" className="button button-bare" onClick={() => setUploading(true)}>
            Use your own picture
          </button>
        )}
      </div>
      {uploading && <Upload doc={doc} change={change} />}
    </div>
  )
}

/** The links to pictures run out after some hours; a face that was chosen before stays chosen all the same. */
function Picture({ face }: { face: Face }) {
  const [gone, setGone] = useState(false)
  if (gone) return <span className="grid size-full place-items-center bg-sunk p-3 text-center text-[13px] text-soft">A face from before; its preview has run out.</span>
  return <img src={face.url} alt="" className="size-full object-cover" onError={() => setGone(true)} />
}

function Upload({ doc, change }: Pick<ScreenProps, 'doc' | 'change'>) {
  const [text, setText] = useState<ConsentText>(() => (doc.consent ? { ...doc.consent, signed: doc.consent.signed_at.slice(0, 10), expires: doc.consent.expires_at.slice(0, 10) } : blankConsent))
  const [real, setReal] = useState(true)
  const [file, setFile] = useState<File>()
  const [busy, setBusy] = useState(false)
  const consent = toConsent(text)
  const may = !real || !!consent
  const type = (part: Partial<ConsentText>) => {
    const next = { ...text, ...part }
    setText(next)
    change((before) => ({ ...before, consent: toConsent(next) ?? null }))
  }
  const send = async (square: Square) => {
    if (!file) return
    setBusy(true)
    try {
      const face = { ...(await uploadFace(file, square, real)), real }
      change((before) => ({ ...before, face, faces: [face, ...before.faces.filter((one) => one.key !== face.key)], real_face: real, consent: real ? (consent ?? null) : null }))
      setFile(undefined)
    } catch (error) {
      toast.error(error instanceof Error ? error.message : 'That did not work.')
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="card flex flex-col gap-5 p-5" aria-label="Your own picture">
      <fieldset className="flex flex-col gap-3">
        <legend className="display mb-3 text-[22px] font-semibold">Who is in the picture?</legend>
        <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
          <Who checked={real} onChoose={() => setReal(true)} title="A real person" text="They agreed to it, in writing." />
          <Who checked={!real} onChoose={() => setReal(false)} title="Nobody real" text="It was drawn or generated." />
        </div>
        <p className="text-[13px] text-soft">Your answer is kept with the picture and cannot be changed to “nobody” later.</p>
      </fieldset>
      {real && (
        <div className="flex flex-col gap-3">
          <h3 className="text-lg font-semibold">Consent first</h3>
          <p className="text-soft">It is recorded here and can be taken back at any time. Then everything that uses the face stops.</p>
          <ConsentFields value={text} onChange={type} />
        </div>
      )}
      {file && may ? (
        <FaceCrop file={file} busy={busy} onCut={(square) => void send(square)} onCancel={() => setFile(undefined)} />
      ) : (
        <label className={`button self-start focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-persona ${may ? 'button-ink' : 'button-line pointer-events-none opacity-60'}`}>
          {doc.faces.some((face) => !face.look) ? 'Choose another picture' : 'Choose the picture'}
          <input type="file" accept="image/png,image/jpeg,image/webp" className="sr-only" disabled={!may} onChange={(event) => setFile(event.target.files?.[0])} />
        </label>
      )}
      {!may && <p className="text-[13px] text-soft">The picture can be chosen when all five fields are filled.</p>}
    </section>
  )
}

function Who({ checked, onChoose, title, text }: { checked: boolean; onChoose: () => void; title: string; text: string }) {
  return (
    <label className="choice flex-col gap-0.5 p-4">
      <input type="radio" name="who" className="sr-only" checked={checked} onChange={onChoose} />
      <span className="font-medium">{title}</span>
      <span className="text-[13px] text-soft">{text}</span>
    </label>
  )
}
