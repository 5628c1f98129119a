// A brand is added, compared with the persona, and put into a post that is already planned.
import { base, must } from './browser.mjs'

export async function sponsors(page, id) {
  await page.goto(`${base}/sponsors?who=${id}`)
  await page.getByRole('button', { name: /Add a (sponsor|campaign)/ }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Company').fill('Halden')
  await sheet.getByLabel('Whom it wants').first().fill('strength, cooking,')
  await sheet.getByLabel('Product', { exact: true }).fill('Halden shaker')
  await sheet.getByLabel('Facts').fill('700 ml, steel\nKeeps cold for nine hours')
  await sheet.getByRole('button', { name: 'Keep' }).click()
  const card = page.getByRole('article').filter({ hasText: 'Halden' })
  await card.getByRole('button', { name: /^(Apply|Match) with/ }).click()
  await card.getByText(/\d+% fit/).waitFor()
  const fit = await card.getByText(/\d+% fit/).textContent()

  const post = await page.evaluate(async (who) => {
    const found = await fetch(`/api/video?influencer_id=${who}&status=pending&limit=50`)
    return (await found.json()).items.at(-1).id
  }, id)
  await page.goto(`${base}/calendar?post=${post}`)
  await sheet.getByRole('button', { name: 'Add sponsor' }).click()
  await sheet.getByLabel('Sponsor').selectOption({ label: 'Halden' })
  await sheet.getByRole('button', { name: 'Add', exact: true }).click()
  await sheet.getByText('Paid partnership with Halden').waitFor()
  const kept = await page.evaluate(async (video) => (await (await fetch(`/api/video/${video}`)).json()).sponsor_id, post)
  must(kept, 'The post carries no sponsor.')
  return fit
}
