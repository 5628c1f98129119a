// A sentence changes her life: not understood, previewed, applied, taken back.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { base, must, shots } from './browser.mjs'

const SENTENCE = 'She goes to Lisbon in 3 days for five days and breaks her ankle in 5 days'

async function picture(shown, name) {
  if (!shots) return
  mkdirSync(shots, { recursive: true })
  await shown.screenshot({ path: join(shots, `${name}.png`) })
}

export async function intervene(page, id) {
  await page.goto(`${base}/influencer/${id}?tab=life`)
  const box = page.getByRole('region', { name: /^Step into/ })
  const line = box.getByLabel(/^What happens to/)
  const show = box.getByRole('button', { name: 'Show what changes' })
  const history = box.getByRole('list', { name: 'History' }).getByRole('listitem')
  await history.first().waitFor()
  const before = await history.count()
  await line.fill('She flies to the moon')
  await show.click()
  await box.getByText('was not understood').waitFor()
  await picture(page, 'intervene-puzzle')

  await line.fill(SENTENCE)
  await show.click()
  const changes = box.getByTestId('what-changes')
  await changes.waitFor({ timeout: 60_000 })
  const counts = (await changes.getByRole('row').allInnerTexts()).slice(1).map((row) => row.replace(/\s+/g, ' '))
  must(counts.length === 2, `The preview shows no counts: ${counts.join('; ')}`)
  const [moved, rewritten, dropped, added] = counts[0].match(/\d+/g).slice(1).map(Number)
  must(moved + rewritten + dropped + added > 0, `Nothing would change: ${counts[0]}`)
  await picture(box, 'intervene-before')
  await page.setViewportSize({ width: 390, height: 844 })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  must(wide <= 390, `The preview is ${wide} px wide on a phone of 390.`)
  await picture(box, 'intervene-phone')
  await page.setViewportSize({ width: 1440, height: 900 })

  await box.getByRole('button', { name: 'Apply' }).click()
  await page.getByText(/life now/).waitFor({ timeout: 60_000 })
  await history.filter({ hasText: SENTENCE }).first().waitFor()
  must((await history.count()) === before + 1, 'The history has no new line.')
  await picture(page, 'intervene-after')
  await box.getByRole('button', { name: /^Undo/ }).click()
  await page.getByText(/^Taken back/).waitFor({ timeout: 60_000 })
  await history.filter({ hasText: /took back/i }).first().waitFor()
  await picture(page, 'intervene-undone')
  return counts.join('; ')
}
