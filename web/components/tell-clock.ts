'use client'
import { toast } from 'sonner'

/** Long enough to read some dates twice. */
const READ = 30_000

/** Says after a booking or a move what the clocks do to the times, when they do anything. */
export function tellClock(notes: readonly string[]): void {
  if (notes.length) toast('The clocks change', { description: notes.join(' '), duration: READ, closeButton: true })
}
