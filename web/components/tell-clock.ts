/** Long enough to read some dates twice. */
const READ = 30_000

/** What a toast says below its first line when the clocks change something about the times, and how long it stays then. */
export const aboutClocks = (notes: readonly string[]) => (notes.length ? { description: notes.join(' '), duration: READ, closeButton: true } : {})
