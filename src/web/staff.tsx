import './noEval.ts'
import '@fontsource-variable/inter/wght.css'
import './styles.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nProvider, initialLocale, loadCatalogues } from './i18n.tsx'
import { reloadWhenReplaced } from './newVersion.ts'
import { isAway } from './problem.ts'
import { router } from './shell/router.tsx'
import { SignedIn } from './shell/SignedIn.tsx'
import { ToastRegion } from './ui/Toasts.tsx'

const client = new QueryClient({
  defaultOptions: {
    // Reading a person is recorded: a page is not read again only because its window was looked at.
    queries: {
      refetchOnWindowFocus: false, staleTime: 15_000, networkMode: 'always',
      retry: (tries, error) => tries < 8 && isAway(error), retryDelay: (tries) => Math.min(500 * 2 ** tries, 8000),
    },
  },
})

reloadWhenReplaced()
const locale = initialLocale()
const catalogues = await loadCatalogues(locale)
const place = document.getElementById('root')
if (!place) throw new Error('no #root in the page')

createRoot(place).render(
  <StrictMode>
    <I18nProvider start={{ locale, catalogues }}>
      <QueryClientProvider client={client}>
        <ToastRegion>
          <SignedIn><RouterProvider router={router} /></SignedIn>
        </ToastRegion>
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
)
