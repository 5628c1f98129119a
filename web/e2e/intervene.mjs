// A sentence changes her life: not understood, previewed, applied, taken back. A script and a hand change it too.
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
  await page.getByTestId('life-instead').first().waitFor({ state: 'attached' })
  await picture(page, 'intervene-after')
  await box.getByRole('button', { name: /^Undo/ }).click()
  await page.getByText(/^Taken back/).waitFor({ timeout: 60_000 })
  await history.filter({ hasText: /took back/i }).first().waitFor()
  must((await page.getByTestId('life-instead').count()) === 0, 'The life she would have had is drawn though she has it.')
  await picture(page, 'intervene-undone')
  await script(page)
  await byHand(page)
  return counts.join('; ')
}

/** Two lines fit and one does not: it is left out, the others are pinned. */
async function script(page) {
  const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
  await page.getByText('Your own script').click()
  await page.getByLabel('What happens, line by line').fill(`${day(4)} 16:00 drawing the harbour\n${day(5)} zorbing\n${day(6)} reading half a thriller`)
  await page.getByRole('button', { name: 'Show what fits' }).click()
  const lines = page.getByRole('list', { name: 'Lines of the script' }).getByRole('listitem')
  await lines.nth(2).waitFor()
  must((await lines.nth(1).innerText()).includes('No activity is known'), 'The line nobody understands is not answered.')
  const pin = page.getByRole('button', { name: 'Pin these lines' })
  must(await pin.isDisabled(), 'A script with an unclear line can be pinned.')
  await page.getByRole('button', { name: 'Leave out line 2' }).click()
  await page.getByRole('button', { name: 'Take in line 2' }).waitFor()
  await picture(page, 'script')
  await pin.click()
  await page.getByText(/lines? (is|are) pinned/).waitFor({ timeout: 60_000 })
  await page.getByText('drawing the harbour').first().waitFor()
}

/** A thing is pinned by hand, after its consequences were shown. */
async function byHand(page) {
  await page.getByRole('button', { name: /^Change / }).last().click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Pin it where it is' }).click()
  await sheet.getByTestId('what-changes').waitFor({ timeout: 60_000 })
  await picture(page, 'by-hand')
  await sheet.getByRole('button', { name: 'Apply' }).click()
  await page.getByText(/^Done\./).waitFor({ timeout: 60_000 })
}
