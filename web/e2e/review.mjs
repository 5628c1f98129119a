// A week of two supervised personas: filmed ahead, looked at under the keys, approved, taken back, approved on one sheet.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { base, must, shots } from './browser.mjs'
import { faults } from './routes.mjs'

const VIEWS = [['light', 1440], ['dark', 1440], ['light', 390], ['dark', 390]]

/** The view in both themes, wide and on a phone: a picture each, no serious fault, nothing sticking out. */
async function looked(page, name) {
  for (const [theme, width] of VIEWS) {
    await page.setViewportSize({ width, height: width > 500 ? 900 : 844 })
    await page.evaluate((wanted) => { document.documentElement.dataset.theme = wanted }, theme)
    await page.waitForTimeout(300)
    const found = await faults(page)
    must(!found.length, `${name} ${theme} ${width}: ${found.join('; ')}`)
    const out = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    must(out <= 0, `${name} ${theme} ${width} sticks out by ${out} px.`)
    if (shots) {
      mkdirSync(shots, { recursive: true })
      await page.screenshot({ path: join(shots, `${name}-${theme}-${width}.png`) })
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.evaluate(() => { document.documentElement.dataset.theme = 'light' })
}

const waits = (page, count) => page.getByRole('heading', { level: 1, name: count ? new RegExp(`^${count} posts? needs? your OK$`) : 'Nothing waits for you' }).waitFor({ timeout: 90_000 })

export async function review(page) {
  await page.goto(`${base}/dashboard?review=next`)
  await page.getByText('3 posts of the next seven days are not filmed yet').waitFor()
  await looked(page, 'review-ahead')
  await page.getByRole('button', { name: 'Film them now' }).click()
  await waits(page, 3)
  await page.waitForFunction(() => document.title.startsWith('(5) '), undefined, { timeout: 15_000 })
  await page.locator('summary', { hasText: 'need you' }).click()
  await page.getByText('wants to be connected again').first().waitFor()
  if (shots) await page.screenshot({ path: join(shots, 'bell.png') })
  await page.locator('summary', { hasText: 'need you' }).click()
  const began = Date.now()
  const rows = page.getByRole('list', { name: 'What waits' }).getByRole('button')
  const here = async () => rows.evaluateAll((all) => all.findIndex((one) => one.getAttribute('aria-current') === 'true'))
  await looked(page, 'review')
  await page.keyboard.press('j')
  must((await here()) === 1, 'J does not lead to the next post.')
  await page.keyboard.press('k')
  must((await here()) === 0, 'K does not lead back.')
  const title = await page.getByRole('article').getByRole('heading', { level: 2 }).innerText()
  await page.keyboard.press('a')
  await page.getByText(`Approved “${title}”`).waitFor()
  await waits(page, 2)
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await waits(page, 3)
  await page.keyboard.press('x')
  await waits(page, 2)
  await page.getByText(`“${title}” is taken out`).waitFor()
  await page.getByRole('listitem').filter({ hasText: 'is taken out' }).getByRole('button', { name: 'Undo' }).click()
  await waits(page, 3)
  await page.keyboard.press('e')
  await page.getByLabel('Direction').waitFor()
  await page.getByLabel('Title').press('Escape')
  await page.getByLabel('Direction').waitFor({ state: 'detached' })
  must(page.url().includes('review='), 'Escape out of a form leaves the review.')
  await page.getByRole('button', { name: 'All at once' }).click()
  await page.getByRole('button', { name: 'Approve these 3' }).waitFor()
  await looked(page, 'review-all')
  await page.getByRole('button', { name: 'Approve these 3' }).click()
  await page.getByText('Approved 3 posts').waitFor()
  await waits(page, 0)
  const given = await page.evaluate(async () => (await (await fetch('/api/video?approval=given')).json()).items)
  must(given.length === 3 && given.every((one) => one.status === 'ready'), `${given.length} of three are approved.`)
  const took = ((Date.now() - began) / 1000).toFixed(1)
  await page.keyboard.press('Escape')
  await page.waitForURL((url) => !url.search.includes('review'))
  return `three of two personas, looked at, undone and approved in ${took} s`
}
