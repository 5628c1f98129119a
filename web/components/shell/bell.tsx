'use client'
import Link from 'next/link'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { type Ask, useAsks } from './use-asks'

const TELL = 'sorcerer:tell'
const COUNT = /^\(\d+\) /

function kept(): boolean {
  try {
    return window.localStorage.getItem(TELL) === 'yes' && typeof Notification !== 'undefined' && Notification.permission === 'granted'
  } catch {
    return false
  }
}

/** How many things need a person, in the title of the window and on a bell; behind the bell what they are. */
export function Bell() {
  const known = useAsks(true)
  const asks = known ?? []
  const list = useRef<HTMLDetailsElement>(null)
  const [tell, setTell] = useState(false)
  const [can, setCan] = useState(false)
  useEffect(() => {
    setTell(kept())
    setCan(typeof Notification !== 'undefined')
  }, [])
  useClosing(list)
  useTitle(asks.length)
  useTold(known, tell)
  const change = async () => {
    const on = !tell && (await Notification.requestPermission()) === 'granted'
    setTell(on)
    try {
      window.localStorage.setItem(TELL, on ? 'yes' : 'no')
    } catch {
      // A browser that keeps nothing asks again in the next tab.
    }
  }
  return (
    <details ref={list}>
      <summary className="flex min-h-10 list-none items-center gap-2.5 rounded-lg px-2.5 py-2 text-soft hover:bg-sunk hover:text-ink">
        <Icon name="bell" />
        {asks.length > 0 && <span className="num rounded-full bg-ink px-1.5 text-[12px] text-paper">{asks.length}</span>}
        <span className="max-md:sr-only">{asks.length === 0 ? 'Nothing needs you' : asks.length === 1 ? 'needs you' : 'need you'}</span>
      </summary>
      <div className="card fixed bottom-5 left-[224px] z-40 max-h-[60dvh] w-[340px] overflow-y-auto p-2 shadow-lg max-md:inset-x-4 max-md:bottom-auto max-md:top-16 max-md:w-auto">
        <ul>
          {asks.map((ask) => (
            <li key={ask.key}>
              <Link href={ask.href} onClick={() => list.current?.removeAttribute('open')} className="block rounded-lg px-2.5 py-2 text-[14px] hover:bg-sunk">
                {ask.text}
              </Link>
            </li>
          ))}
        </ul>
        {asks.length === 0 && <p className="px-2.5 py-2 text-[14px] text-soft">What waits for your OK, fails or cannot go out is told here.</p>}
        {can && (
          <label className="flex items-center gap-2 border-t border-line px-2.5 py-2.5 text-[14px]">
            <input type="checkbox" checked={tell} onChange={() => void change()} />
            Tell me on this device, while a tab is open
          </label>
        )}
      </div>
    </details>
  )
}

/** Closes the list when somebody turns elsewhere, or presses Escape. */
function useClosing(list: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const close = (event: Event) => {
      const away = event instanceof KeyboardEvent ? event.key === 'Escape' : !list.current?.contains(event.target as Node)
      if (away) list.current?.removeAttribute('open')
    }
    document.addEventListener('pointerdown', close)
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('keydown', close)
    }
  }, [list])
}

/** Keeps the number before the title, also when another page sets its own. */
function useTitle(count: number): void {
  useEffect(() => {
    const write = () => {
      const plain = document.title.replace(COUNT, '')
      const wanted = count ? `(${count}) ${plain}` : plain
      if (document.title !== wanted) document.title = wanted
    }
    write()
    const watch = new MutationObserver(write)
    watch.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => watch.disconnect()
  }, [count])
}

/** Tells of what is new since the page was opened, once each. */
function useTold(asks: readonly Ask[] | undefined, on: boolean): void {
  const known = useRef<Set<string>>(undefined)
  useEffect(() => {
    if (!asks) return
    const fresh = asks.filter((ask) => known.current && !known.current.has(ask.key))
    known.current = new Set(asks.map((ask) => ask.key))
    if (on) for (const ask of fresh) new Notification('Sorcerer', { body: ask.text, tag: ask.key })
  }, [asks, on])
}
