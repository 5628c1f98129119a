// A series across a change of the clocks: booked and told, changed from one post on, one skipped, paused, gone on with, ended.
import { base, must } from './browser.mjs'
import { looked } from './looked.mjs'

const NOTE = /^02:30 does not exist on 28 March 2027 in Europe\/Berlin: it happens at 03:00\.$/
const walls = (list) => list.map((one) => new Intl.DateTimeFormat('en-GB', { timeZone: one.timezone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(one.scheduled_time)))

const pending = (page) => page.evaluate(async () => (await (await fetch('/api/video?status=pending&limit=200')).json()).items.filter((one) => one.series_id))
const show = async (page, id) => {
  await page.goto(`${base}/calendar?post=${id}`)
  await page.getByRole('region', { name: 'Series' }).waitFor()
}

async function book(page, { day, time, direction, daily }) {
  await page.goto(`${base}/create`)
  await page.getByLabel('What happens?').fill(direction)
  if (daily) {
    await page.getByText('As a series').click()
    await page.getByLabel('Unit').selectOption('day')
  }
  await page.getByLabel(daily ? 'First day' : 'Day', { exact: true }).fill(day)
  await page.getByLabel('Time', { exact: true }).fill(time)
}

/** A change of the clocks is told in the form, in the month view and by the form of the post. */
async function moved(page) {
  await book(page, { day: '2027-03-28', time: '02:30', direction: 'She watches the sun come up over the river.' })
  await page.getByText('The clocks go forward that day and skip 02:30: it goes out at 03:00.').waitFor()
  await looked(page, 'series-form-note')
  await page.getByLabel('Day', { exact: true }).fill('2027-03-27')
  await page.getByRole('button', { name: 'Schedule', exact: true }).click()
  await page.waitForURL(/post=/)
  const id = new URL(page.url()).searchParams.get('post')
  const at = async () => walls([await page.evaluate(async (video) => (await fetch(`/api/video/${video}`)).json(), id)])[0]
  await page.goto(`${base}/calendar?view=month&day=2027-03-27`)
  const chip = page.locator('td[data-day="2027-03-27"] button[aria-keyshortcuts]')
  await chip.focus()
  await page.keyboard.press('Alt+ArrowRight')
  await page.getByText(NOTE).waitFor()
  must((await at()) === '28/03/2027, 03:00', `The post went to ${await at()}.`)
  await looked(page, 'series-month-note')
  await page.locator('td[data-day="2027-03-28"] button[aria-keyshortcuts]').focus()
  await page.keyboard.press('Alt+ArrowRight')
  await page.locator('td[data-day="2027-03-29"] button[aria-keyshortcuts]').waitFor()
  await page.waitForTimeout(500)
  must((await at()) === '29/03/2027, 02:30', `The hour the clock took did not come back: ${await at()}.`)
}

export async function series(page) {
  await moved(page)
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  await book(page, { day: tomorrow, time: '02:30', direction: 'She bakes bread in the night and cuts the first slice too early.', daily: true })
  await page.getByRole('button', { name: 'Schedule the series' }).click()
  const part = page.getByRole('region', { name: 'Series' })
  await part.getByText(NOTE).waitFor()
  await part.getByText('Goes on').waitFor()
  await looked(page, 'series-booked')
  const first = await pending(page)

  await show(page, first[2].id)
  await part.getByRole('button', { name: 'Change the series' }).click()
  await part.getByText('Only this one').click()
  await part.getByRole('button', { name: 'Edit its words' }).waitFor()
  await part.getByText('This and all that follow').click()
  await part.getByLabel('Time', { exact: true }).fill('18:00')
  await part.getByLabel('Title').fill('Bread at six')
  await looked(page, 'series-form')
  await part.getByRole('button', { name: 'Keep' }).click()
  await page.getByText(/^Changed from .* on: every day at 18:00\.$/).waitFor()
  await page.getByRole('dialog').getByRole('heading', { name: 'Bread at six' }).waitFor()
  must(!(await part.getByText(NOTE).isVisible()), 'A series at six in the evening is still told of half past two.')
  await looked(page, 'series-changed')
  const changed = await pending(page)
  must(changed.slice(0, 2).every((one) => one.title !== 'Bread at six' && walls([one])[0].endsWith('02:30')), `What came before was changed too: ${walls(changed).slice(0, 3)}.`)
  must(changed.slice(2).every((one) => one.title === 'Bread at six' && walls([one])[0].endsWith('18:00')), `What follows was not changed: ${walls(changed).slice(2, 5)}.`)

  await show(page, changed[3].id)
  await part.getByRole('button', { name: 'Skip this one' }).click()
  await page.getByText('“Bread at six” is skipped this once').waitFor()
  await page.waitForResponse((answer) => answer.request().method() === 'DELETE' && answer.ok())
  await show(page, changed[4].id)
  await part.getByRole('listitem').filter({ hasText: 'skipped' }).waitFor()
  await looked(page, 'series-skipped')

  await part.getByRole('button', { name: 'Pause it' }).click()
  const paused = page.getByRole('list', { name: 'Paused series' })
  await paused.getByText('is paused: every day at 18:00').waitFor()
  await looked(page, 'series-paused')
  must((await pending(page)).length === 2, 'A paused series still plans posts.')
  await paused.getByRole('button', { name: 'Go on with Bread at six' }).click()
  await paused.waitFor({ state: 'detached' })
  const again = await pending(page)
  const expected = walls(changed.filter((one) => one.id !== changed[3].id))
  must(walls(again).join() === expected.join(), `After the pause there are ${walls(again)} instead of ${expected}.`)

  await show(page, again[4].id)
  await part.getByRole('button', { name: 'End it' }).click()
  await looked(page, 'series-end')
  await part.getByRole('button', { name: 'End the series' }).click()
  await page.getByText('The series has ended.').first().waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  must((await pending(page)).length === 2, 'An ended series still plans posts.')
  return `${again.length} posts over a change of the clocks`
}
