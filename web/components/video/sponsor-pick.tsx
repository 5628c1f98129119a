'use client'
import Link from 'next/link'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { useSponsors } from '@/api/sponsors'
import type { Video } from '@/api/types'
import { useVideoVerbs } from '@/api/videos'
import { FormFoot } from '@/components/ui/form-foot'

/** Puts a sponsor into a post that is already planned. The platform label follows by itself. */
export function SponsorPick({ video, onDone }: { video: Video; onDone: () => void }) {
  const sponsors = useSponsors()
  const { sponsor } = useVideoVerbs()
  const [id, setId] = useState(video.sponsor_id ?? '')
  const [cta, setCta] = useState(video.cta)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!id) return
    sponsor.mutate(
      { id: video.id, sponsor_id: id, cta: cta || undefined },
      {
        onSuccess: () => {
          toast('Sponsor added. The post is labelled as a paid partnership.')
          onDone()
        },
        onError: (error) => toast.error(error.message),
      },
    )
  }
  return (
    <form onSubmit={send} className="flex flex-col gap-3 rounded-xl bg-sunk p-4">
      {sponsors.data?.length ? (
        <>
          <label className="flex flex-col gap-1">
            <span className="font-medium">Sponsor</span>
            <select className="input" value={id} onChange={(event) => setId(event.target.value)} required>
              <option value="">Choose one</option>
              {sponsors.data.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.company}
                </option>
              ))}
            </select>
          </label>
          <label className="flex flex-col gap-1">
            <span className="font-medium">What people should do</span>
            <input className="input" value={cta} onChange={(event) => setCta(event.target.value)} placeholder={sponsors.data.find((one) => one.id === id)?.product_info.cta || 'Link in bio'} />
          </label>
        </>
      ) : (
        <p className="text-soft">
          There is no sponsor yet. <Link href="/sponsors" className="text-persona-ink underline">Add one first.</Link>
        </p>
      )}
      <FormFoot busy={sponsor.isPending || !id} onLeave={onDone}>
        {!!sponsors.data?.length && 'Add'}
      </FormFoot>
    </form>
  )
}
