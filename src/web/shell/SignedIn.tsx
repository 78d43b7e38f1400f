import { useEffect, useRef, type ReactNode } from 'react'
import { accentVariables } from '../accent.ts'
import { useApi } from '../api.ts'
import { isLocale, useLocale } from '../i18n.tsx'
import { MeProvider } from '../me.tsx'
import { ProblemError } from '../problem.ts'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'

const isSignedOut = (error: unknown): boolean => error instanceof ProblemError && error.problem.status === 401

/** A participant's pages are written by the server, in her own language and without script. */
const isParticipant = (roles: readonly string[]): boolean => roles.length > 0 && roles.every((role) => role === 'participant')

/** Asks who is signed in, puts on the municipality's colour and the account's language, and lets the pages in. */
export function SignedIn({ children }: { children: ReactNode }) {
  const me = useApi('identity.whoAmI', {})
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
    if (isLocale(own) && own !== locale) setLocale(own)
  }, [own, locale, setLocale])
  const elsewhere = me.data !== undefined && isParticipant(me.data.roles)
  useEffect(() => { if (elsewhere) location.replace('/mine') }, [elsewhere])
  if (me.data && !elsewhere) return <MeProvider me={me.data}>{children}</MeProvider>
  if (me.isError && !isSignedOut(me.error)) return <main className="alone"><ErrorState error={me.error} onRetry={() => { void me.refetch() }} /></main>
  return <main className="alone"><Loading rows={3} /></main>
}
