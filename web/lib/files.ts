/** How long the browser may take to begin reading what it saves. */
const GRACE = 30_000

/** Hands a file to the browser to be saved. */
export function save(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), GRACE)
}

/** Copies what stands in a field. Without a secure context there is no clipboard to write to, but the old command works. */
export async function copyFrom(field: HTMLInputElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value)
    return true
  } catch {
    field.select()
    return document.execCommand('copy')
  }
}
