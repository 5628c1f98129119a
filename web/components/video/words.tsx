import type { Video } from '@/api/types'
import { scriptOf } from '@/api/videos'

/** What is said, shown and written in a post. */
export function Words({ video }: { video: Video }) {
  const script = scriptOf(video)
  return (
    <>
      {script && script.beats.length > 0 && (
        <section>
          <h3 className="mb-2 text-lg font-semibold">Script</h3>
          <ol className="flex flex-col gap-2">
            {script.beats.map((beat, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: beats have no name but their place
              <li key={n} className="grid grid-cols-[64px_minmax(0,1fr)] gap-x-3 text-[14px]">
                <span className="num text-[12px] leading-[1.7] text-faint">{beat.role}</span>
                <span>
                  {beat.line}
                  {beat.action && <span className="block text-[13px] text-soft">{beat.action}</span>}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {!script && video.own_script && <Text name="Your script" text={video.own_script} />}
      {video.direction && <Text name="Direction" text={video.direction} />}
      {(video.caption || script?.caption) && <Text name="Caption" text={video.caption || script?.caption || ''} />}
      {script?.alt_text && <Text name="Description for people who cannot see it" text={script.alt_text} />}
    </>
  )
}

function Text({ name, text }: { name: string; text: string }) {
  return (
    <section>
      <h3 className="mb-1 text-lg font-semibold">{name}</h3>
      <p className="whitespace-pre-wrap break-words text-[14px] text-soft">{text}</p>
    </section>
  )
}
