// A screen in both themes, wide and on a phone.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { must, shots } from './browser.mjs'
import { faults } from './routes.mjs'

const VIEWS = [['light', 1440], ['dark', 1440], ['light', 390], ['dark', 390]]

/** The view in both themes, wide and on a phone: a picture each, no serious fault, nothing sticking out. */
export async function looked(page, name) {
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
