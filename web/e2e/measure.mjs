// BASE_URL=… SIGN_IN_LINK=… [ROUNDS=5] node e2e/measure.mjs
// Opens every page cold, on a phone behind a slow line and on a desk, and prints one JSON line for each opening.
// The phone: 390 px wide, four times slower, 1.6 Mbit/s down, 750 kbit/s up, 150 ms a round trip, as Lighthouse has it.
import { base, must, open, signInLink } from './browser.mjs'

const ROUNDS = Number(process.env.ROUNDS ?? 5)
const QUIET_MS = 1_000
const DEVICES = {
  phone: { width: 390, height: 844, slower: 4, down: 1_638_400 / 8, up: 750 * 1024 / 8, latency: 150 },
  desk: { width: 1440, height: 900, slower: 1, down: -1, up: -1, latency: 0 },
}

/** Counts while the page loads; what came before it was asked is in the buffer. */
function watch() {
  window.__seen = { lcp: 0, cls: 0, blocked: 0, fcp: 0 }
  const on = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
  on('largest-contentful-paint', (one) => { window.__seen.lcp = one.startTime })
  on('layout-shift', (one) => { if (!one.hadRecentInput) window.__seen.cls += one.value })
  on('paint', (one) => { if (one.name === 'first-contentful-paint') window.__seen.fcp = one.startTime })
  on('longtask', (one) => { window.__seen.blocked += Math.max(0, one.duration - 50) })
}

async function opened(context, path, device) {
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  const { width, height, slower, down, up, latency } = DEVICES[device]
  await page.setViewportSize({ width, height })
  await cdp.send('Network.enable')
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
  await cdp.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: down, uploadThroughput: up })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower })
  const kinds = new Map()
  const bytes = { script: 0, all: 0 }
  cdp.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes.all += encodedDataLength
    if (kinds.get(requestId) === 'Script') bytes.script += encodedDataLength
  })
  await page.addInitScript(watch)
  // The stream of events stays open, so the network never falls silent: it is quiet when nothing is painted any more.
  await page.goto(`${base}${path}`, { waitUntil: 'load' })
  let before = -1
  let seen = await page.evaluate(() => window.__seen)
  while (before !== seen.lcp + seen.blocked + seen.cls) {
    before = seen.lcp + seen.blocked + seen.cls
    await page.waitForTimeout(QUIET_MS)
    seen = await page.evaluate(() => window.__seen)
  }
  await page.close()
  return { ...seen, script_kb: bytes.script / 1024, all_kb: bytes.all / 1024 }
}

const browser = await open()
try {
  const { context, page } = browser
  await page.goto(signInLink)
  await page.waitForURL(/\/(dashboard|onboarding)/)
  const id = process.env.WHO ?? ''
  must(id, 'WHO names the influencer whose pages are opened.')
  // A page that only says that nothing is here holds the framework and nothing of ours: no page can be lighter.
  const routes = { floor: '/not-a-page', onboarding: '/onboarding', dashboard: '/dashboard', calendar: '/calendar', influencer: `/influencer/${id}?tab=life`, create: '/create', sponsors: '/sponsors' }
  const kept = await context.storageState()
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const device of Object.keys(DEVICES)) {
      for (const [route, path] of Object.entries(routes)) {
        const fresh = await context.browser()?.newContext({ storageState: kept })
        const inside = fresh ?? context
        console.log(JSON.stringify({ route, device, round, ...(await opened(inside, path, device)) }))
        await fresh?.close()
      }
    }
  }
} finally {
  await browser.close()
}
