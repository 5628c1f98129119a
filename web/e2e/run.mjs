// BASE_URL=… SIGN_IN_LINK=… [SHOTS_DIR=…] [ONLY=wizard,intervene,networks,post,story,calendar,sponsors,account,routes,stop,review,series] [WHO=id] node e2e/run.mjs
import { account } from './account.mjs'
import { base, must, open, signInLink } from './browser.mjs'
import { calendar } from './calendar.mjs'
import { intervene } from './intervene.mjs'
import { connectAll, everywhere, stop } from './networks.mjs'
import { post } from './post.mjs'
import { review } from './review.mjs'
import { routes } from './routes.mjs'
import { series } from './series.mjs'
import { sponsors } from './sponsors.mjs'
import { goLive, wizard } from './wizard.mjs'

const LIMIT_MINUTES = Number(process.env.LIMIT_MINUTES ?? 12)
const only = (process.env.ONLY ?? 'wizard,intervene,networks,post,story,calendar,sponsors,account,routes,stop').split(',')
const wants = (part) => only.includes(part)
if (!base || !signInLink) {
  console.error('Set BASE_URL and SIGN_IN_LINK; `sorcerer token --sign-in` prints a link.')
  process.exit(2)
}
setTimeout(() => {
  console.error(`Not done after ${LIMIT_MINUTES} minutes.`)
  process.exit(1)
}, LIMIT_MINUTES * 60_000).unref()

const browser = await open()
const { page, wrong } = browser
let id = process.env.WHO ?? ''
const timed = async (name, work) => {
  const start = Date.now()
  const result = await work()
  console.log(`${name}: ${typeof result === 'string' ? result : JSON.stringify(result) ?? 'done'} (${((Date.now() - start) / 1000).toFixed(1)} s)`)
  return result
}
try {
  await timed('sign in', async () => {
    await page.goto(signInLink)
    await page.waitForURL(/\/(dashboard|onboarding)/)
  })
  if (wants('wizard')) {
    id = (await timed('wizard', () => wizard(page))).id
    await timed('go live', () => goLive(page))
  }
  if (wants('review')) await timed('review', () => review(page))
  if (wants('series')) await timed('series', () => series(page))
  if (wants('intervene')) await timed('intervene', () => intervene(page, id))
  if (wants('networks')) await timed('connect', () => connectAll(page, id))
  if (wants('post')) {
    const made = await timed('reel', () => post(page, id))
    if (wants('networks')) await timed('on every network', () => everywhere(page, made))
  }
  if (wants('story')) await timed('story', () => post(page, id, { kind: 'Story' }))
  if (wants('calendar')) await timed('calendar', () => calendar(page, id))
  if (wants('sponsors')) await timed('sponsors', () => sponsors(page, id))
  if (wants('account')) await timed('account', () => account(page))
  if (wants('routes')) {
    await timed('routes', async () => {
      const { seen, found } = await routes(page, id)
      must(!found.length, `Faults on the pages:\n${found.join('\n')}`)
      return `${seen} screens without a serious fault`
    })
  }
  if (wants('stop')) await timed('stop', () => stop(page, id))
  must(!wrong.length, `Errors while running:\n${[...new Set(wrong)].join('\n')}`)
  console.log('all good')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  if (wrong.length) console.error([...new Set(wrong)].join('\n'))
  if (process.env.SHOTS_DIR) await page.screenshot({ path: `${process.env.SHOTS_DIR}/failure.png` }).catch(() => undefined)
  process.exitCode = 1
} finally {
  await browser.close()
}
