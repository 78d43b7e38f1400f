import { Link } from '@tanstack/react-router'
import { useFindText, useText } from '../i18n.tsx'
import { useMay, useMe } from '../me.tsx'
import { Icon } from '../ui/Icon.tsx'
import { sliceRoutes, type ShellRoute } from './slices.ts'

const sections = ['work', 'places', 'programme', 'tools', 'admin'] as const

/** The pages one may go to, by kind of work. */
export function SideNav({ onGo }: { onGo?: () => void }) {
  const t = useText('shell')
  const text = useFindText()
  const may = useMay()
  const { testInstallation } = useMe()
  const entries = sliceRoutes.filter((route) => route.nav && may(route.permission)).sort((a, b) => (a.nav?.order ?? 0) - (b.nav?.order ?? 0))
  // a page that another entry lies under is marked for itself alone, so that only one is marked
  const hasInside = (route: ShellRoute): boolean => entries.some(({ path }) => path.startsWith(`${route.path}/`))
  const entry = (route: ShellRoute) => (
    <li key={route.path}>
      <Link to={route.path} activeOptions={{ exact: route.path === '/' || hasInside(route), includeSearch: false }} onClick={onGo}>
        {route.nav && <Icon name={route.nav.icon} />}{(route.nav?.label ? text(route.nav.label) : text(route.title, route.slice)) ?? route.title}
      </Link>
    </li>
  )
  return (
    <nav className="sidenav" aria-label={t('nav')}>
      {sections.map((section) => {
        const own = entries.filter((route) => route.nav?.section === section)
        const mail = section === 'tools' && testInstallation
        if (own.length === 0 && !mail) return null
        return (
          <div key={section} className="sidenav__section">
            {section !== 'work' && <h2>{t(`nav.${section}`)}</h2>}
            <ul>
              {own.map(entry)}
              {mail && <li><a href="/mail"><Icon name="mail" />{t('nav.mail')}</a></li>}
            </ul>
          </div>
        )
      })}
    </nav>
  )
}
