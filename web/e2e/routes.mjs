// Every route in both themes and on a phone: a picture, no serious fault by axe, nothing sticking out.
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { base, must, shots } from './browser.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const VIEWS = [
  { name: 'light', theme: 'light', width: 1440, height: 900 },
  { name: 'dark', theme: 'dark', width: 1440, height: 900 },
  { name: 'phone', theme: 'light', width: 390, height: 844 },
  { name: 'phone-dark', theme: 'dark', width: 390, height: 844 },
]

export async function faults(page) {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }))
  return violations.filter((one) => one.impact === 'serious' || one.impact === 'critical').map((one) => `${one.id}: ${one.nodes.map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).slice(0, 3).join(' | ')}`)
}

export async function routes(page, id) {
  const list = { onboarding: '/onboarding', dashboard: `/dashboard?who=${id}`, calendar: '/calendar', influencer: `/influencer/${id}`, create: `/create?who=${id}`, sponsors: '/sponsors', account: '/account', 'sign-in': '/sign-in', verify: '/verify', 'influencer-life': `/influencer/${id}?tab=life`, 'influencer-channels': `/influencer/${id}?tab=channels`, 'calendar-week': '/calendar?view=week' }
  if (shots) mkdirSync(shots, { recursive: true })
  const found = []
  let seen = 0
  for (const view of VIEWS) {
    await page.setViewportSize({ width: view.width, height: view.height })
    await page.goto(`${base}/sign-in`)
    await page.evaluate((theme) => localStorage.setItem('theme', theme), view.theme)
    for (const [name, path] of Object.entries(list)) {
      await page.goto(base + path)
      seen += 1
      await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
      await page.locator('.skeleton').first().waitFor({ state: 'detached' }).catch(() => found.push(`${name} ${view.name}: still loading after 15 s`))
      await page.waitForTimeout(700)
      must((await page.evaluate(() => document.documentElement.dataset.theme)) === view.theme, `${name} is not ${view.theme}.`)
      for (const fault of await faults(page)) found.push(`${name} ${view.name}: ${fault}`)
      const out = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      if (out > 0) found.push(`${name} ${view.name}: sticks out by ${out} px`)
      if (shots) await page.screenshot({ path: join(shots, `${name}-${view.name}.png`) })
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  return { seen, found }
}
