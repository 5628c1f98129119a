// A real Chromium with a fresh profile that can reach this machine only.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1']

export const base = (process.env.BASE_URL ?? '').replace(/\/$/, '')
export const signInLink = process.env.SIGN_IN_LINK ?? ''
export const shots = process.env.SHOTS_DIR ?? ''

/** The server under both of its names on this machine. */
function isOurs(url) {
  const { protocol, hostname, port } = new URL(url)
  const own = new URL(base)
  return protocol === 'data:' || protocol === 'blob:' || (port === own.port && (hostname === own.hostname || hostname === 'localhost' || hostname === '127.0.0.1'))
}

/** Opens the browser and gives a page together with everything that went wrong on any of its screens. */
export async function open() {
  const profile = mkdtempSync(join(tmpdir(), 'sorcerer-e2e-'))
  const context = await chromium.launchPersistentContext(profile, { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: FLAGS, viewport: { width: 1440, height: 900 }, locale: 'en-GB', timezoneId: 'Europe/Berlin' })
  const wrong = []
  const watch = (page) => {
    // Listened to, not intercepted: interception would switch off the browser's cache, and with it what a second visit can break.
    page.on('request', (request) => isOurs(request.url()) || wrong.push(`a request to somewhere else: ${request.url()}`))
    page.on('response', (response) => response.status() >= 400 && wrong.push(`${response.status()} ${response.request().method()} ${response.url()}`))
    page.on('console', (message) => message.type() === 'error' && wrong.push(`console at ${page.url()}: ${message.text()} ${message.location().url}`))
    page.on('pageerror', (error) => wrong.push(`exception at ${page.url()}: ${error.message}`))
    page.setDefaultTimeout(15_000)
  }
  context.on('page', watch)
  const page = context.pages()[0] ?? (await context.newPage())
  watch(page)
  const close = async () => {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  }
  return { context, page, wrong, close }
}

export function must(holds, sentence) {
  if (!holds) throw new Error(sentence)
}
