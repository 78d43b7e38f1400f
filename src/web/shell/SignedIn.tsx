import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, type ReactNode } from 'react'
import { accentVariables } from '../accent.ts'
import { useLocale } from '../i18n.tsx'
import { Me, MeProvider } from '../me.tsx'
import { ProblemError } from '../problem.ts'
import { postJson } from '../request.ts'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'

const whoAmI = async (): Promise<Me> => Me.parse(await postJson('/api/identity.whoAmI', {}))

const isSignedOut = (error: unknown): boolean => error instanceof ProblemError && error.problem.status === 401

/** Asks who is signed in, puts on the municipality's colour and the account's language, and lets the pages in. */
export function SignedIn({ children }: { children: ReactNode }) {
  const me = useQuery({ queryKey: ['identity.whoAmI', {}], queryFn: whoAmI, staleTime: Number.POSITIVE_INFINITY })
  const { locale, setLocale } = useLocale()
  const greeted = useRef(false)
  const accent = me.data?.municipality.theme.accent
  const own = me.data?.account.locale
  useEffect(() => {
    if (accent === undefined) return
    for (const [name, value] of Object.entries(accentVariables(accent))) document.documentElement.style.setProperty(name, value)
  }, [accent])
  useEffect(() => {
    if (own === undefined || greeted.current) return
    greeted.current = true
    if (own !== locale) setLocale(own)
  }, [own, locale, setLocale])
  if (me.data) return <MeProvider me={me.data}>{children}</MeProvider>
  if (me.isError && !isSignedOut(me.error)) return <main className="alone"><ErrorState error={me.error} onRetry={() => { void me.refetch() }} /></main>
  return <main className="alone"><Loading rows={3} /></main>
}
