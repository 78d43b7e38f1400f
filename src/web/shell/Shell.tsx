import { Outlet } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { useText } from '../i18n.tsx'
import { Drawer } from '../ui/Drawer.tsx'
import { Loading } from '../ui/Loading.tsx'
import { useAway } from './away.ts'
import { Shortcuts } from './Shortcuts.tsx'
import { useShortcut } from './shortcuts.ts'
import { SideNav } from './SideNav.tsx'
import { TopBar } from './TopBar.tsx'

/** The frame around every page. */
export function Shell() {
  const t = useText('shell')
  const [menu, setMenu] = useState(false)
  const [keys, setKeys] = useState(false)
  const away = useAway()
  useShortcut('?', () => setKeys(true))
  return (
    <div className="shell">
      <a className="skip no-print" href="#main">{t('skip')}</a>
      <TopBar onMenu={() => setMenu(true)} onShortcuts={() => setKeys(true)} />
      <div className="shell__side no-print"><SideNav /></div>
      <main id="main" className="shell__main" tabIndex={-1}>
        <div role="status">{away && <p className="away">{t('away.retrying')}</p>}</div>
        <Suspense fallback={<Loading />}><Outlet /></Suspense>
      </main>
      <Drawer open={menu} onClose={() => setMenu(false)} title={t('nav')} side="start"><SideNav onGo={() => setMenu(false)} /></Drawer>
      <Shortcuts open={keys} onClose={() => setKeys(false)} />
    </div>
  )
}
