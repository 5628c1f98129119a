import type { Metadata, Viewport } from 'next'
import local from 'next/font/local'
import type { ReactNode } from 'react'
import { Providers } from '@/components/providers'
import './globals.css'

const display = local({ src: '../fonts/bricolage-grotesque-narrow.woff2', variable: '--ff-display', weight: '600 700' })
const sans = local({ src: '../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2', variable: '--ff-sans', weight: '400 700' })
const mono = local({ src: '../node_modules/@fontsource-variable/geist-mono/files/geist-mono-latin-wght-normal.woff2', variable: '--ff-mono', weight: '100 900', preload: false })

export const metadata: Metadata = { title: { default: 'Sorcerer', template: '%s · Sorcerer' }, description: 'Plan, film and post the life of a synthetic creator.' }
export const viewport: Viewport = { themeColor: [{ media: '(prefers-color-scheme: light)', color: '#f5f3f8' }, { media: '(prefers-color-scheme: dark)', color: '#100d18' }] }

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning className={`${display.variable} ${sans.variable} ${mono.variable}`}>
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  )
}
