'use client'
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import { toast } from 'sonner'
import type { Json } from '@/api/types'
import { once } from '@/api/client'
import { autofill, type Fields } from '@/api/wizard'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Tags } from '@/components/ui/tags'
import { get, put } from '@/lib/paths'

type Base = { persona: { ai_written: string[] } }
type Edit = { read: (path: string) => unknown; write: (path: string, value: Json, byAi?: boolean) => void; fill: (path: string) => void; busy: string | undefined; byAi: (path: string) => boolean; error: (path: string) => string | undefined }
const Context = createContext<Edit | undefined>(undefined)

/** A mark names a field as the persona knows it, whatever stands around the persona. */
const markOf = (path: string) => path.replace(/^persona\./, '')

type Props<T> = { doc: T; onChange: (next: (before: T) => T) => void; known: (doc: T) => object; error: (path: string) => string | undefined; children: ReactNode }

/** Everything below may read and write one document by path, and have AI fill a field of it. */
export function Editing<T extends Base>({ doc, onChange, known, error, children }: Props<T>) {
  const [busy, setBusy] = useState<string>()
  const write = useCallback(
    (path: string, value: Json, byAi = false) =>
      onChange((before) => {
        const mark = markOf(path)
        const marks = before.persona.ai_written.filter((one) => markOf(one) !== mark)
        return put(put(before, path, value), 'persona.ai_written', byAi ? [...marks, mark] : marks)
      }),
    [onChange],
  )
  const edit = useMemo<Edit>(
    () => ({
      read: (path) => get(doc, path),
      write,
      byAi: (path) => doc.persona.ai_written.some((one) => markOf(one) === markOf(path)),
      busy,
      error,
      fill: (path) => {
        setBusy(path)
        autofill(path, JSON.parse(JSON.stringify(known(doc))) as Fields, once())
          .then(({ value }) => write(path, value as Json, true))
          .catch((reason: Error) => toast.error(reason.message))
          .finally(() => setBusy(undefined))
      },
    }),
    [doc, write, busy, error, known],
  )
  return <Context value={edit}>{children}</Context>
}

export function useEdit(): Edit {
  const edit = use(Context)
  if (!edit) throw new Error('A field of a persona stands outside <Editing>.')
  return edit
}

/** Says that nobody has touched these words since AI wrote them. */
function Chip() {
  return (
    <span className="inline-flex items-center gap-1 rounded-md bg-persona-soft px-1.5 py-0.5 text-[12px] text-persona-ink">
      <Icon name="spark" size={11} />
      AI wrote this
    </span>
  )
}

export function Aside({ path, label, fillable = true }: { path: string; label: string; fillable?: boolean }) {
  const edit = useEdit()
  return (
    <span className="flex items-center gap-2">
      {edit.byAi(path) && <Chip />}
      {fillable && (
        <button type="button" className="min-h-6 rounded px-1 text-[13px] text-persona-ink hover:underline disabled:opacity-60" disabled={!!edit.busy} onClick={() => edit.fill(path)} aria-label={`Surprise me: ${label}`}>
          {edit.busy === path ? 'Thinking…' : 'Surprise me'}
        </button>
      )}
    </span>
  )
}

type FieldProps = { path: string; label: string; hint?: string; placeholder?: string; rows?: number; fillable?: boolean }

export function TextField({ path, label, hint, placeholder, rows, fillable = true }: FieldProps) {
  const edit = useEdit()
  const value = String(edit.read(path) ?? '')
  return (
    <Field label={label} hint={hint} error={edit.error(path)} aside={<Aside path={path} label={label} fillable={fillable} />}>
      {(slot) =>
        rows ? (
          <textarea {...slot} className="input" rows={rows} value={value} placeholder={placeholder} onChange={(event) => edit.write(path, event.target.value)} />
        ) : (
          <input {...slot} className="input" value={value} placeholder={placeholder} onChange={(event) => edit.write(path, event.target.value)} />
        )
      }
    </Field>
  )
}

export function NumberField({ path, label, hint, min, max, step = 1, fillable = false }: FieldProps & { min: number; max: number; step?: number }) {
  const edit = useEdit()
  return (
    <Field label={label} hint={hint} error={edit.error(path)} aside={<Aside path={path} label={label} fillable={fillable} />}>
      {(slot) => <input {...slot} type="number" className="input" min={min} max={max} step={step} value={Number(edit.read(path) ?? 0)} onChange={(event) => edit.write(path, Number(event.target.value))} />}
    </Field>
  )
}

export function WordsField({ path, label, hint, placeholder, fillable = true }: FieldProps) {
  const edit = useEdit()
  const value = edit.read(path)
  return (
    <Field label={label} hint={hint} error={edit.error(path)} aside={<Aside path={path} label={label} fillable={fillable} />}>
      {(slot) => <Tags id={slot.id} label={label} value={Array.isArray(value) ? value.map(String) : []} onChange={(words) => edit.write(path, words)} placeholder={placeholder} />}
    </Field>
  )
}

export function ChoiceField({ path, label, hint, options, fillable = false }: FieldProps & { options: readonly (readonly [string, string])[] }) {
  const edit = useEdit()
  return (
    <Field label={label} hint={hint} error={edit.error(path)} aside={<Aside path={path} label={label} fillable={fillable} />}>
      {(slot) => (
        <select {...slot} className="input" value={String(edit.read(path) ?? '')} onChange={(event) => edit.write(path, event.target.value)}>
          {options.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
