import { Navigate, type ErrorComponentProps } from '@tanstack/react-router'
import { useFindText, useText } from '../i18n.tsx'
import { useMay } from '../me.tsx'
import { LinkButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { sliceRoutes } from './slices.ts'

/** Where nothing is at the address. */
export function NotFoundPage() {
  const t = useText('shell')
  return (
    <>
      <PageHeader title={t('notFound.title')} />
      <EmptyState title={t('notFound.text')} action={<LinkButton to="/">{t('home')}</LinkButton>}>{t('notFound.help')}</EmptyState>
    </>
  )
}

/** Where one may not go: names what is missing, so that one knows what to ask for. */
export function ForbiddenPage({ permission }: { permission: string }) {
  const t = useText('shell')
  const name = useFindText()(`permission.${permission}`) ?? permission
  return (
    <>
      <PageHeader title={t('forbidden.title')} />
      <EmptyState title={t('forbidden.text', { permission: name })} action={<LinkButton to="/">{t('home')}</LinkButton>}>{t('forbidden.help')}</EmptyState>
    </>
  )
}

/** Where a page broke. */
export function BrokenPage({ error, reset }: ErrorComponentProps) {
  const t = useText('shell')
  return (
    <>
      <PageHeader title={t('broken.title')} />
      <ErrorState error={error} onRetry={reset} />
    </>
  )
}

/** The front door where no slice has taken it: the first page one may see. */
export function FrontDoor() {
  const may = useMay()
  const first = sliceRoutes.filter((route) => route.nav && may(route.permission)).sort((a, b) => (a.nav?.order ?? 0) - (b.nav?.order ?? 0))[0]
  return first ? <Navigate to={first.path} replace /> : <NotFoundPage />
}
