// A post dragged to another day keeps its time of day; the keyboard does the same; undo brings it back.
import { base, must } from './browser.mjs'

async function read(page, id) {
  return page.evaluate(async (video) => (await fetch(`/api/video/${video}`)).json(), id)
}

const wall = (video) => new Intl.DateTimeFormat('en-GB', { timeZone: video.timezone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(video.scheduled_time)).split(', ')

export async function calendar(page, id) {
  await page.goto(`${base}/calendar?view=week`)
  await page.getByRole('button', { name: 'Later' }).click()
  const chips = page.locator('td[data-day] button[aria-keyshortcuts]')
  await chips.first().waitFor()
  const chip = chips.first()
  const before = await page.evaluate(async (who) => (await (await fetch(`/api/video?influencer_id=${who}&status=pending&limit=200`)).json()).items, id)
  const from = await chip.evaluate((node) => node.closest('[data-day]')?.getAttribute('data-day'))
  const days = await page.locator('td[data-day]').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-day')))
  const target = days[days.indexOf(from) + 1] ?? days[days.indexOf(from) - 1]
  const start = await chip.boundingBox()
  const end = await page.locator(`td[data-day="${target}"]`).boundingBox()
  must(start && end, 'There is nothing to drag.')
  await page.mouse.move(start.x + 20, start.y + 10)
  await page.mouse.down()
  await page.mouse.move(start.x + 60, start.y + 40, { steps: 6 })
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 })
  await page.mouse.up()
  await page.getByText(/ moved to /).first().waitFor()
  await page.waitForTimeout(500)
  const after = await page.evaluate(async (who) => (await (await fetch(`/api/video?influencer_id=${who}&status=pending&limit=200`)).json()).items, id)
  const moved = after.filter((one) => before.some((old) => old.id === one.id && old.scheduled_time !== one.scheduled_time))
  must(moved.length === 1, `${moved.length} posts moved instead of one.`)
  const old = before.find((one) => one.id === moved[0].id)
  must(wall(old)[1] === wall(moved[0])[1], `The time of day changed from ${wall(old)[1]} to ${wall(moved[0])[1]}.`)
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await page.waitForTimeout(800)
  must((await read(page, old.id)).scheduled_time === old.scheduled_time, 'Undo did not bring the post back.')
  return `${wall(old).join(' ')} → ${wall(moved[0]).join(' ')} → back`
}
