'use client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ThemeProvider, useTheme } from 'next-themes'
import { type ReactNode, useState } from 'react'
import { Toaster } from 'sonner'
import { Problem } from '@/api/client'

/** A refusal is an answer; only a lost connection or a stumbling server is asked again. */
const again = (failures: number, error: Error) => failures < 2 && !(error instanceof Problem && error.status >= 400 && error.status < 500)

function Toasts() {
  const { resolvedTheme } = useTheme()
  return <Toaster position="bottom-right" theme={resolvedTheme === 'dark' ? 'dark' : 'light'} mobileOffset={{ bottom: 84 }} toastOptions={{ duration: 8_000 }} />
}

export function Providers({ children }: { children: ReactNode }) {
  const [cache] = useState(() => new QueryClient({ defaultOptions: { queries: { staleTime: 15_000, retry: again } } }))
  return (
    <ThemeProvider attribute="data-theme" defaultTheme="system" enableSystem disableTransitionOnChange>
      <QueryClientProvider client={cache}>
        {children}
        <Toasts />
      </QueryClientProvider>
    </ThemeProvider>
  )
}
