import { useText } from '../i18n.tsx'
import { useMe } from '../me.tsx'
import { Link } from '@tanstack/react-router'
import { Button } from '../ui/Button.tsx'
import { Mark } from './Mark.tsx'
import { QuickSearch } from './QuickSearch.tsx'
import { UserMenu } from './UserMenu.tsx'

/** The municipality, the product, the quick search and who one is. */
export function TopBar({ onMenu, onShortcuts }: { onMenu: () => void; onShortcuts: () => void }) {
  const t = useText('shell')
  const { municipality, testInstallation } = useMe()
  return (
    <header className="topbar no-print">
      <div className="topbar__menu"><Button kind="quiet" icon="menu" iconOnly onClick={onMenu}>{t('nav.open')}</Button></div>
      <Link to="/" className="brand">
        <Mark />
        <span className="brand__words"><strong>{t('product')}</strong><span>{municipality.theme.logoText ?? municipality.name}</span></span>
        <span className="ds-sr-only">({t('home')})</span>
      </Link>
      <QuickSearch />
      {testInstallation && <span className="topbar__test">{t('test')}</span>}
      <UserMenu onShortcuts={onShortcuts} />
    </header>
  )
}
