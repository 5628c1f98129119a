// A post made now, until it is on the pretend network with its AI label; returns the post's id.
import { base, must } from './browser.mjs'

export async function post(page, id, { kind = 'Reel', minutes = 4 } = {}) {
  await page.goto(`${base}/create?who=${id}`)
  await page.getByText(kind, { exact: true }).first().click()
  await page.getByLabel('What happens?').fill('She cooks soup for four days after a long shift and says why she never buys lunch.')
  await page.getByRole('button', { name: 'Preview the script' }).click()
  await page.getByText(/^written by/).waitFor({ timeout: 30_000 })
  await page.getByText('Making it costs nothing.').waitFor()
  await page.getByRole('button', { name: 'Make it now' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('list', { name: 'Steps' }).waitFor()
  const until = Date.now() + minutes * 60_000
  const link = sheet.getByRole('link', { name: 'See the post' })
  while (!(await link.isVisible())) {
    must(Date.now() < until, `The ${kind.toLowerCase()} was not posted within ${minutes} minutes; the sheet says: ${(await sheet.innerText()).slice(0, 400)}`)
    const approve = sheet.getByRole('button', { name: 'Approve' })
    if (await approve.isVisible()) await approve.click().catch(() => undefined)
    must(!(await sheet.getByRole('region', { name: 'What went wrong' }).isVisible()), `It failed: ${(await sheet.innerText()).slice(0, 600)}`)
    await page.waitForTimeout(500)
  }
  const href = await link.getAttribute('href')
  must(href, 'The post has no address.')
  const feed = await page.context().newPage()
  const answer = await feed.goto(new URL(href, base).href)
  must(answer?.ok(), `The post’s page answered ${answer?.status()}.`)
  const text = await feed.locator('body').innerText()
  must(/\bAI\b/.test(text), `The post’s page shows no AI label: ${text.slice(0, 200)}`)
  await feed.close()
  return new URL(page.url()).searchParams.get('post')
}
