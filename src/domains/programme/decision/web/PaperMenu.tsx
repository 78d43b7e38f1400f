import { fileAddress } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Menu } from '#web/ui/Menu.tsx'

/** The languages a decision's paper can be had in: Norwegian alone, or with a translation for information. */
const PAPERS = ['nb', 'en', 'uk', 'ar'] as const

/** Fetches a decision as a file. */
export function usePapers(decisionId: string) {
  const t = useText('decision')
  return PAPERS.map((locale) => ({ key: locale, label: t(`paper.${locale}`), icon: 'file' as const, onSelect: () => { window.location.assign(fileAddress('programme.getDecisionDocument', { decisionId, locale })) } }))
}

export function PaperMenu({ decisionId }: { decisionId: string }) {
  const t = useText('decision')
  const items = usePapers(decisionId)
  return <Menu label={t('action.paper')} groups={[{ items }]}>{t('action.paper')}</Menu>
}
