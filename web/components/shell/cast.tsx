'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useCurrent } from '@/components/current'
import { Portrait } from '@/components/portrait'
import { Icon } from '@/components/ui/icon'

/** Everybody this account runs; on phones only the one at hand. */
export function Cast({ phone = false }: { phone?: boolean }) {
  const { cast, who } = useCurrent()
  const path = usePathname()
  if (phone) {
    return (
      <Link href={who ? `/influencer/${who.id}` : '/onboarding'} aria-current={path.startsWith('/influencer') ? 'page' : undefined} className="flex min-h-13 flex-col items-center justify-center gap-1 rounded-lg text-[12px] text-soft aria-[current]:font-semibold aria-[current]:text-ink">
        {who ? <Portrait name={who.name} hue={who.hue} url={who.face_url} size={20} /> : <Icon name="plus" size={20} />}
        <span className="max-w-full truncate px-1">{who ? who.name.split(' ')[0] : 'New'}</span>
      </Link>
    )
  }
  return (
    <section aria-labelledby="cast" className="max-md:hidden">
      <h2 id="cast" className="mb-2 px-2.5 font-sans text-[13px] font-medium tracking-normal text-faint">
        Cast
      </h2>
      <ul className="flex flex-col gap-0.5">
        {cast.data?.map((one) => (
          <li key={one.id}>
            <Link href={`/influencer/${one.id}`} aria-current={path === `/influencer/${one.id}` ? 'page' : undefined} className="flex items-center gap-2.5 rounded-lg px-2 py-1.5 hover:bg-sunk aria-[current]:bg-sunk">
              <Portrait name={one.name} hue={one.hue} url={one.face_url} size={32} />
              <span className="min-w-0 leading-tight">
                <span className="block truncate">{one.name}</span>
                <span className="block truncate text-[12px] text-faint">
                  {one.paused ? 'Paused' : one.mode === 'lifestyle' ? 'Lifestyle' : 'Company'}
                </span>
              </span>
            </Link>
          </li>
        ))}
        <li>
          <Link href="/onboarding" className="flex items-center gap-2.5 rounded-lg px-2 py-1.5 text-soft hover:bg-sunk hover:text-ink">
            <span className="grid size-8 place-items-center rounded-full border border-dashed border-edge">
              <Icon name="plus" size={14} />
            </span>
            New persona
          </Link>
        </li>
      </ul>
    </section>
  )
}
