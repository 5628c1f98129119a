'use client'
import { useState } from 'react'
import { Icon } from './icon'

type Props = { id?: string; value: readonly string[]; onChange: (value: string[]) => void; placeholder?: string; label: string; max?: number }

/** Words, one by one: Enter or a comma adds, Backspace in an empty field takes the last away. */
export function Tags({ id, value, onChange, placeholder, label, max = 20 }: Props) {
  const [text, setText] = useState('')
  const add = (raw: string) => {
    const words = raw.split(',').map((word) => word.trim()).filter((word) => word && !value.includes(word))
    if (words.length) onChange([...value, ...words].slice(0, max))
    setText('')
  }
  return (
    <div className="input flex flex-wrap items-center gap-1.5 !py-1.5 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-persona">
      {value.map((word) => (
        <span key={word} className="inline-flex items-center gap-1 rounded-md bg-sunk py-0.5 pl-2 pr-1 text-[14px]">
          {word}
          <button type="button" className="grid size-6 place-items-center rounded hover:bg-line" aria-label={`Remove ${word}`} onClick={() => onChange(value.filter((one) => one !== word))}>
            <Icon name="close" size={11} />
          </button>
        </span>
      ))}
      <input
        id={id}
        aria-label={label}
        className="min-w-24 flex-1 bg-transparent py-0.5 outline-none placeholder:text-faint"
        value={text}
        placeholder={value.length ? '' : placeholder}
        onChange={(event) => (event.target.value.includes(',') ? add(event.target.value) : setText(event.target.value))}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && text.trim()) {
            event.preventDefault()
            add(text)
          }
          if (event.key === 'Backspace' && !text) onChange(value.slice(0, -1))
        }}
        onBlur={() => text.trim() && add(text)}
      />
    </div>
  )
}
