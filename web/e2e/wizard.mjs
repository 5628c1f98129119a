// Surprise me → every screen → thirty days → go live.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { base, must, shots } from './browser.mjs'

const SCREENS = ['Who', 'Face', 'Story', 'Audience', 'Pace', 'Channels']

async function picture(page, name) {
  if (!shots) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `${name}.png`) })
}

/** Makes a persona as a person would and returns her id. */
export async function wizard(page) {
  await page.goto(`${base}/onboarding`)
  await page.getByRole('heading', { name: 'How should this run?' }).waitFor()
  await page.getByRole('button', { name: 'Surprise me' }).click()
  await page.getByRole('heading', { name: 'Who is it?' }).waitFor()
  const name = await page.getByLabel('Name', { exact: true }).inputValue()
  must(name.length > 1, 'The surprise has no name.')
  await page.getByText('AI wrote this').first().waitFor()
  const marks = await page.getByText('AI wrote this').count()
  await page.getByLabel('Work', { exact: true }).press('End')
  await page.getByLabel('Work', { exact: true }).pressSequentially(' on weekdays')
  must((await page.getByText('AI wrote this').count()) === marks - 1, 'An edited field still says that AI wrote it.')

  await page.getByText('Kept', { exact: true }).waitFor()
  const draft = new URL(page.url()).searchParams.get('draft')
  must(draft, 'The draft is not in the address.')
  await page.reload()
  await page.getByRole('heading', { name: 'Who is it?' }).waitFor()
  must((await page.getByLabel('Name', { exact: true }).inputValue()) === name, 'A reload lost the name.')

  for (const screen of SCREENS) {
    await page.locator(`nav[aria-label="Steps"] [aria-current="step"]`, { hasText: screen }).waitFor()
    if (screen === 'Face') await page.locator('input[name="face"]').nth(1).waitFor({ state: 'attached' })
    await picture(page, `wizard-${screen.toLowerCase()}`)
    if (screen === 'Story') {
      await page.getByRole('button', { name: 'Surprise me: Goals' }).click()
      await page.getByText('AI wrote this').first().waitFor()
      await page.getByRole('button', { name: 'Back', exact: true }).click()
      await page.getByRole('heading', { name: /face/i }).waitFor()
      await page.getByRole('button', { name: 'Next', exact: true }).click()
      await page.getByLabel('Goals', { exact: true }).waitFor()
      must((await page.getByLabel('Goals', { exact: true }).inputValue()).length > 0, 'Going back lost the goals.')
    }
    await page.getByRole('button', { name: screen === 'Channels' ? 'Plan thirty days' : 'Next', exact: true }).click()
  }
  await page.getByRole('heading', { name: /next thirty days/ }).waitFor({ timeout: 60_000 })
  const frames = page.getByRole('region', { name: /^Thirty days of/ }).getByRole('button')
  await frames.first().waitFor()
  const filmed = await frames.count()
  must(filmed >= 8, `Only ${filmed} of the thirty days have a post.`)
  const said = await page.getByTestId('plan-summary').innerText()
  must(/no contradiction/.test(said), `The checker says: ${said}`)
  await picture(page, 'thirty-days')
  const id = new URL(page.url()).searchParams.get('made')
  must(id, 'The new persona is not in the address.')
  return { id, name, filmed, said }
}

export async function goLive(page) {
  await page.getByRole('button', { name: 'Go live' }).click()
  await page.waitForURL('**/dashboard**')
  await page.getByRole('heading', { level: 1 }).waitFor()
  must(!(await page.getByText('Nobody lives here yet').isVisible()), 'The dashboard does not know who has just gone live.')
}
