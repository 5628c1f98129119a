// Two more networks connected on their own pages, one film on all of them with its label, and the switch that ends it.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { base, must, shots } from './browser.mjs'

const LABELS = { Instagram: /AI info/, TikTok: /AI-generated/, 'YouTube Shorts': /Altered or synthetic/ }

async function picture(page, name) {
  if (!shots) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `${name}.png`) })
}

/** Connects an account of hers as a person does: from her page over the network's page and back. */
async function connect(page, id, network, handle) {
  await page.goto(`${base}/influencer/${id}?tab=channels`)
  const section = page.getByRole('region', { name: 'Connect an account' })
  await section.getByRole('button', { name: network }).click()
  const dialog = page.getByRole('dialog')
  if (network === 'TikTok') await dialog.getByRole('checkbox').check()
  await picture(page, `connect-${handle}`)
  await dialog.getByRole('button', { name: `Go to ${network}` }).click()
  await page.getByRole('heading', { name: 'Let Sorcerer post for you?' }).waitFor()
  await page.getByPlaceholder('handle').fill(handle)
  await picture(page, `agree-${handle}`)
  await page.getByRole('button', { name: 'Allow' }).click()
  await page.waitForURL(`**/influencer/${id}?tab=channels`)
  await page.getByText(`@${handle}`, { exact: true }).waitFor()
}

export async function connectAll(page, id) {
  const stamp = Date.now().toString(36).slice(-5)
  await connect(page, id, 'TikTok', `tok.${stamp}`)
  await connect(page, id, 'YouTube Shorts', `short.${stamp}`)
  await picture(page, 'channels')
}

/** Looks at the post that is open in the sheet: out on every network, labelled there, with a receipt. */
export async function everywhere(page, post) {
  await page.goto(`${base}/dashboard?post=${post}`)
  const sheet = page.getByRole('dialog')
  for (const [network, label] of Object.entries(LABELS)) {
    const link = sheet.getByRole('link', { name: `See it on ${network}` })
    await link.waitFor({ timeout: 90_000 })
    await sheet.getByText('AI label seen there').nth(Object.keys(LABELS).indexOf(network)).waitFor({ timeout: 60_000 })
    const feed = await page.context().newPage()
    await feed.setViewportSize({ width: 470, height: 1060 })
    const answer = await feed.goto(new URL(await link.getAttribute('href'), base).href)
    must(answer?.ok(), `The post’s page at ${network} answered ${answer?.status()}.`)
    const badge = feed.getByText(label).first()
    must(await badge.isVisible(), `${network} shows no AI label.`)
    await feed.waitForTimeout(600)
    await picture(feed, `post-${network.split(' ')[0].toLowerCase()}`)
    await feed.close()
  }
  await asShown(page, sheet)
  await sheet.getByRole('button', { name: 'Evidence of TikTok' }).click()
  await sheet.getByLabel('Receipt').waitFor()
  await sheet.getByRole('heading', { name: 'Where it goes' }).scrollIntoViewIfNeeded()
  await picture(page, 'evidence')
}

/** Turns the phone in the sheet to each network, finds the label where that one draws it, and plays the film. */
async function asShown(page, sheet) {
  const turn = sheet.getByRole('group', { name: 'As it looks on' })
  for (const [network, label] of Object.entries(LABELS)) {
    await turn.getByRole('button', { name: network.split(' ').at(-1) }).click()
    must(await sheet.getByText(label).first().isVisible(), `The phone shows no AI label as on ${network}.`)
    await picture(page, `phone-${network.split(' ')[0].toLowerCase()}`)
  }
  await sheet.getByRole('button', { name: 'Play the film' }).click()
  await sheet.locator('video').waitFor()
  await page.waitForFunction(() => (document.querySelector('dialog video')?.currentTime ?? 0) > 0.2)
}

/** Pulls the switch and sees that nothing of hers is connected any more. */
export async function stop(page, id) {
  await page.goto(`${base}/influencer/${id}?tab=channels`)
  await page.getByRole('button', { name: /^Pause / }).click()
  await page.getByRole('heading', { name: /is paused$/ }).waitFor()
  await page.getByRole('button', { name: /go on$/ }).click()
  await page.getByRole('heading', { name: 'Pause', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Pull the kill switch…' }).click()
  await page.getByLabel('Why?').fill('The end of this story.')
  await picture(page, 'kill-switch')
  await page.getByRole('button', { name: 'Stop everything now' }).click()
  await page.getByRole('link', { name: 'Evidence file' }).waitFor({ timeout: 30_000 })
  await page.getByText('No channel yet').waitFor()
  await page.getByRole('link', { name: 'Evidence file' }).scrollIntoViewIfNeeded()
  await picture(page, 'stopped')
}
