'use client'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { Problem } from '@/api/client'
import type { Video } from '@/api/types'
import { useVideoVerbs } from '@/api/videos'
import { Field } from '@/components/ui/field'
import { FormFoot } from '@/components/ui/form-foot'
import { Tags } from '@/components/ui/tags'

/** The words of one post, before it is posted. */
export function EditForm({ video, onDone }: { video: Video; onDone: () => void }) {
  const { change } = useVideoVerbs()
  const [title, setTitle] = useState(video.title)
  const [direction, setDirection] = useState(video.direction)
  const [tags, setTags] = useState(video.tags)
  const problem = change.error instanceof Problem ? change.error : undefined
  const send = (event: FormEvent) => {
    event.preventDefault()
    const next = { title, direction, tags }
    change.mutate(
      { video, change: next },
      {
        onSuccess: (after) => {
          onDone()
          const { title: t, direction: d, tags: g } = video
          toast('Kept', { action: { label: 'Undo', onClick: () => change.mutate({ video: after, change: { title: t, direction: d, tags: g } }) } })
        },
      },
    )
  }
  return (
    <form onSubmit={send} className="flex flex-col gap-3 rounded-xl bg-sunk p-4">
      <Field label="Title" error={problem?.field('title')}>
        {(slot) => <input {...slot} className="input" value={title} onChange={(event) => setTitle(event.target.value)} required />}
      </Field>
      <Field label="Direction" hint="What happens and what it should feel like. The script is written from this, and filmed anew when it changes." error={problem?.field('direction')}>
        {(slot) => <textarea {...slot} className="input" rows={4} value={direction} onChange={(event) => setDirection(event.target.value)} />}
      </Field>
      <Field label="Tags" error={problem?.field('tags')}>
        {(slot) => <Tags id={slot.id} label="Tags" value={tags} onChange={setTags} placeholder="strength, night shift" />}
      </Field>
      {problem && !problem.fields.length && (
        <p role="alert" className="text-bad">
          {problem.message}
        </p>
      )}
      <FormFoot busy={change.isPending} onLeave={onDone}>
        Keep
      </FormFoot>
    </form>
  )
}
