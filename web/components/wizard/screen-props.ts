import type { Doc, Screen } from '@/lib/persona'

/** What every screen of the wizard gets: the draft, and the ways to change it, to leave for another screen, and to take up an older draft. */
export type ScreenProps = { doc: Doc; change: (next: (before: Doc) => Doc) => void; go: (screen: Screen) => void; resume: (draft: string) => void; hasDraft: boolean }
