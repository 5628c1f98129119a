'use client'
import { type FormEvent, useEffect, useState } from 'react'
import { toast } from 'sonner'
import { Problem } from '@/api/client'
import { type SponsorForm, useKeepSponsor, useRemoveSponsor } from '@/api/sponsors'
import type { ProductInfo, Sponsor } from '@/api/types'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Tags } from '@/components/ui/tags'
import { Logo } from './logo'

const blank: ProductInfo = { name: '', facts: [], cta: '', url: '', category: '' }

/** A brand's contact, tags, product and logo. */
export function SponsorManager({ sponsor, onDone }: { sponsor?: Sponsor; onDone: () => void }) {
  const [form, setForm] = useState<SponsorForm>({ company: sponsor?.company ?? '', contact: sponsor?.contact ?? '', targeting_tags: sponsor?.targeting_tags ?? [], product_info: { ...blank, ...sponsor?.product_info } })
  const [logo, setLogo] = useState<File>()
  const [facts, setFacts] = useState(form.product_info.facts.join('\n'))
  const preview = usePicture(logo)
  const keep = useKeepSponsor()
  const remove = useRemoveSponsor()
  const problem = keep.error instanceof Problem ? keep.error : undefined
  const product = (part: Partial<ProductInfo>) => setForm({ ...form, product_info: { ...form.product_info, ...part } })
  const send = (event: FormEvent) => {
    event.preventDefault()
    const lines = facts.split('\n').map((line) => line.trim()).filter(Boolean)
    keep.mutate(
      { before: sponsor, form: { ...form, product_info: { ...form.product_info, facts: lines } }, logo },
      {
        onSuccess: (kept) => {
          toast(`${kept.company} is kept`)
          onDone()
        },
      },
    )
  }
  return (
    <form onSubmit={send} className="flex flex-col gap-5">
      <div className="flex items-center gap-4">
        <Logo name={form.company} url={preview ?? sponsor?.logo_url} size={72} />
        <label className="button button-line button-small">
          {sponsor?.logo_url || logo ? 'Another logo' : 'Upload a logo'}
          <input type="file" accept="image/png,image/jpeg,image/webp" className="sr-only" onChange={(event) => setLogo(event.target.files?.[0])} />
        </label>
      </div>
      <Field label="Company" error={problem?.field('company')}>
        {(slot) => <input {...slot} className="input" value={form.company} onChange={(event) => setForm({ ...form, company: event.target.value })} required />}
      </Field>
      <Field label="Contact" hint="A name and an address. Nothing is sent there from here." error={problem?.field('contact')}>
        {(slot) => <input {...slot} className="input" value={form.contact} onChange={(event) => setForm({ ...form, contact: event.target.value })} />}
      </Field>
      <Field label="Whom it wants" hint="Tags that are compared with a persona’s life, interests and audience." error={problem?.field('targeting_tags')}>
        {(slot) => <Tags id={slot.id} label="Whom it wants" value={form.targeting_tags} onChange={(targeting_tags) => setForm({ ...form, targeting_tags })} placeholder="strength, night work, cooking" />}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label="Product" error={problem?.field('product_info.name')}>
          {(slot) => <input {...slot} className="input" value={form.product_info.name} onChange={(event) => product({ name: event.target.value })} />}
        </Field>
        <Field label="Category" error={problem?.field('category')}>
          {(slot) => <input {...slot} className="input" value={form.product_info.category} onChange={(event) => product({ category: event.target.value })} />}
        </Field>
      </div>
      <Field label="Facts" hint="One a line. A script says nothing about the product that is not here." error={problem?.field('facts')}>
        {(slot) => <textarea {...slot} className="input" rows={4} value={facts} onChange={(event) => setFacts(event.target.value)} />}
      </Field>
      <Field label="What people should do" error={problem?.field('cta')}>
        {(slot) => <input {...slot} className="input" value={form.product_info.cta} onChange={(event) => product({ cta: event.target.value })} placeholder="Link in bio" />}
      </Field>
      <Field label="Address of the product" error={problem?.field('url')}>
        {(slot) => <input {...slot} type="url" className="input" value={form.product_info.url} onChange={(event) => product({ url: event.target.value })} placeholder="https://" />}
      </Field>
      {problem && !problem.fields.length && (
        <p role="alert" className="text-bad">
          {problem.message}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <button type="submit" className="button button-ink" disabled={keep.isPending}>
          {keep.isPending ? 'Keeping…' : 'Keep'}
        </button>
        {sponsor && <Remove busy={remove.isPending} onRemove={() => remove.mutate(sponsor, { onSuccess: onDone, onError: (error) => toast.error(error.message) })} />}
      </div>
    </form>
  )
}

function Remove({ busy, onRemove }: { busy: boolean; onRemove: () => void }) {
  const [sure, setSure] = useState(false)
  return sure ? (
    <button type="button" className="button button-bad ml-auto" disabled={busy} onClick={onRemove}>
      Yes, remove it
    </button>
  ) : (
    <button type="button" className="button button-bad ml-auto" onClick={() => setSure(true)}>
      <Icon name="trash" />
      Remove
    </button>
  )
}

/** A chosen file as an address that an image can show, given back when it is no longer needed. */
function usePicture(file: File | undefined): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (!file) return setUrl(undefined)
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return url
}
