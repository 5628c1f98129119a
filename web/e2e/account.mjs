// Set an address and a password, sign out, sign in with them; make a token, use it, revoke it; take everything along.
import { readFile } from 'node:fs/promises'
import { base, must } from './browser.mjs'

const EMAIL = 'mara@example.org'
const PASSWORD = 'a quiet lake at dawn'

export async function account(page) {
  await page.goto(`${base}/calendar`)
  await page.getByRole('link', { name: /^Account / }).click()
  await page.waitForURL(/\/account$/)
  await page.getByLabel('E-mail').waitFor()
  if ((await page.getByLabel('E-mail').inputValue()) !== EMAIL) {
    await page.getByLabel('E-mail').fill(EMAIL)
    await page.getByRole('button', { name: 'Keep' }).click()
    await page.getByText(`as ${EMAIL}`).waitFor()
  }
  const old = page.getByLabel('Password now')
  if (await old.count()) {
    await old.fill(PASSWORD)
    await page.getByLabel('New password').fill(PASSWORD)
  } else await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: /(Set|Change) the password/ }).click()
  await page.getByText(/Every other browser is signed out\.$/).waitFor()

  await page.getByRole('button', { name: /^Sign out/ }).click()
  await page.waitForURL(/\/sign-in/)
  await page.getByLabel('E-mail').fill(EMAIL)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(/\/(dashboard|onboarding)/)

  await page.goto(`${base}/account`)
  const name = `e2e ${Date.now()}`
  await page.getByRole('button', { name: 'Make a token' }).click()
  await page.getByLabel('What it is for').fill(name)
  await page.getByText('Plan, make and publish.').click()
  await page.getByRole('button', { name: 'Make it' }).click()
  const secret = await page.getByLabel(`The secret of “${name}”`).inputValue()
  const may = async (method) => (await fetch(`${base}/api/account`, { method, body: method === 'PATCH' ? '{}' : undefined, headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' } })).status
  must((await may('GET')) === 200 && (await may('PATCH')) === 403, 'A token that may look may not look, or may more.')
  await page.getByRole('button', { name: 'I have it' }).click()
  must(!(await page.content()).includes(secret), 'The secret is still on the page.')
  await page.getByRole('button', { name: `Revoke ${name}`, exact: true }).click()
  await page.getByRole('button', { name: `Yes, revoke ${name}` }).click()
  await page.getByRole('button', { name: new RegExp(name) }).waitFor({ state: 'detached' })
  must((await may('GET')) === 401, 'A revoked token still works.')

  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download everything' }).click()])
  const kept = JSON.parse(await readFile(await file.path(), 'utf8'))
  must(kept.account.email === EMAIL, 'What was downloaded is not this account.')

  const [table] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Posts as a table' }).click()])
  const lines = (await readFile(await table.path(), 'utf8')).split('\r\n')
  must(lines[0] === '\ufeffid,influencer,kind,title,direction,caption,time_utc,time_local,timezone,status,links,cost_usd,labels,sponsor,tags', `The table begins with ${lines[0]}`)

  await page.getByRole('button', { name: 'Delete the account…' }).click()
  const last = page.getByRole('button', { name: 'Delete everything' })
  must(await last.isDisabled(), 'One click deletes the account.')
  await page.getByLabel(/^Type /).fill('delete')
  must(await last.isEnabled(), 'The word does not unlock the deletion.')
  await page.getByRole('button', { name: 'Stay' }).click()
  return `${Object.keys(kept).length} rooms taken along`
}
