'use client'
import Link from 'next/link'
import type { Overview, Video } from '@/api/types'
import { Frame } from '@/components/frame'
import { Icon } from '@/components/ui/icon'
import { Status } from '@/components/ui/notes'
import { When } from '@/components/ui/when'

/** What comes and what went out, as film. */
export function Feed({ overview, onOpen }: { overview: Overview; onOpen: (id: string) => void }) {
  return (
    <section className="mt-10 grid grid-cols-2 gap-x-12 gap-y-8 max-lg:grid-cols-1">
      <Strip title="Coming up" videos={overview.next} empty="Nothing is planned." onOpen={onOpen} href="/calendar" />
      <Strip title="Posted" videos={overview.latest} empty="Nothing is posted yet." onOpen={onOpen} href="/calendar" />
    </section>
  )
}

function Strip({ title, videos, empty, onOpen, href }: { title: string; videos: readonly Video[]; empty: string; onOpen: (id: string) => void; href: string }) {
  return (
    <div className="min-w-0">
      <div className="mb-3 flex items-baseline justify-between gap-4">
        <h2 className="text-[22px] font-semibold">{title}</h2>
        <Link href={href} className="inline-flex items-center gap-1 font-medium text-persona-ink hover:underline">
          Calendar
          <Icon name="right" size={13} />
        </Link>
      </div>
      {videos.length ? (
        <ul className="grid grid-cols-5 gap-3 max-sm:grid-flow-col max-sm:auto-cols-[112px] max-sm:grid-cols-none max-sm:overflow-x-auto max-sm:pb-2">
          {videos.slice(0, 5).map((video) => (
            <li key={video.id} className="min-w-0">
              <button type="button" onClick={() => onOpen(video.id)} className="group block w-full text-left">
                <Frame video={video} large className="aspect-[9/16] w-full transition-transform duration-200 ease-swift group-hover:-translate-y-1" />
                <span className="mt-2 line-clamp-2 text-[13.5px] font-medium leading-snug">{video.title}</span>
                <When at={video.scheduled_time} zone={video.timezone} className="block text-[12px] text-soft" />
                <Status video={video} />
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="rounded-xl border border-dashed border-edge p-5 text-soft">{empty}</p>
      )}
    </div>
  )
}
