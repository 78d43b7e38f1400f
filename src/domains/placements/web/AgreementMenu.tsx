import { useState } from 'react'
import { fileAddress } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { useGo } from '#web/routing.ts'
import { Icon } from '#web/ui/Icon.tsx'
import { Menu, type MenuGroup } from '#web/ui/Menu.tsx'
import type { Agreement } from './agreementShown.ts'
import { CancelDialog, EndDialog, ExtendDialog } from './EndDialogs.tsx'
import { documentLanguages } from './words.ts'

/** The paper in each language, and the ways an agreement is made longer or comes to an end. */
export function AgreementMenu({ agreement }: { agreement: Agreement }) {
  const t = useText('placements')
  const go = useGo()
  const [open, setOpen] = useState<'extend' | 'end' | 'cancel'>()
  const close = (): void => setOpen(undefined)
  const ways = (['extend', 'end', 'cancel'] as const).filter((action) => agreement.actions.includes(action))
  const papers = documentLanguages.map(({ value, label }) => ({ key: value, label, lang: value, icon: 'file' as const, onSelect: () => { location.assign(fileAddress('placements.getDocument', { agreementId: agreement.id, locale: value })) } }))
  const groups: MenuGroup[] = [
    { heading: t('menu.paper'), items: [...papers, { key: 'print', label: t('page.print'), icon: 'print', onSelect: () => go(`/placements/${agreement.id}/print`) }] },
    ...(ways.length > 0 ? [{ heading: t('menu.ways'), items: ways.map((way) => ({ key: way, label: t(`action.${way}`), danger: way !== 'extend', onSelect: () => setOpen(way) })) }] : []),
  ]
  return (
    <>
      <Menu label={t('menu.label')} groups={groups}>{t('menu.label')} <Icon name="down" size={18} /></Menu>
      <ExtendDialog agreement={agreement} open={open === 'extend'} onClose={close} />
      <EndDialog agreement={agreement} open={open === 'end'} onClose={close} />
      <CancelDialog agreement={agreement} open={open === 'cancel'} onClose={close} />
    </>
  )
}
