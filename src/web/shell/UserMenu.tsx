import { useRef } from 'react'
import { call } from '../api.ts'
import { locales, type Locale } from '../catalogues.ts'
import { forgetDrafts } from '../draft.ts'
import { useLocale, useText } from '../i18n.tsx'
import { useMe } from '../me.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Menu } from '../ui/Menu.tsx'

/** Who one is, the language, and the way out. */
export function UserMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const t = useText('shell')
  const { account } = useMe()
  const { locale, setLocale } = useLocale()
  const form = useRef<HTMLFormElement>(null)
  const choose = (next: Locale): void => {
    setLocale(next)
    void call('identity.setLocale', { locale: next }).catch(() => undefined) // kept in this browser in any case
  }
  const signOut = (): void => { forgetDrafts(sessionStorage); form.current?.submit() }
  return (
    <div className="user">
      <Menu label={t('user.menu', { name: account.name })} top={<p className="user__who"><bdi>{account.name}</bdi><span>{account.email}</span></p>} groups={[
        { heading: t('user.language'), items: locales.map((one) => ({ key: one, label: t(`language.${one}`), lang: one, chosen: one === locale, onSelect: () => choose(one) })) },
        { items: [
          { key: 'keys', label: t('keys.title'), icon: 'info', onSelect: onShortcuts },
          { key: 'out', label: t('user.signOut'), icon: 'out', onSelect: signOut },
        ] },
      ]}>
        <Icon name="person" /><span className="user__name"><bdi>{account.name}</bdi></span><Icon name="down" size={16} />
      </Menu>
      <form ref={form} method="post" action="/sign-out" hidden />
    </div>
  )
}
