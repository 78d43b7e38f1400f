import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Section } from '#web/ui/Section.tsx'
import type { CriterionKind } from '../match.schema.ts'

type Group = { blockedBy: CriterionKind; count: number }

/** What is not in the list, why, and the way to see it: nothing is left out in silence. */
export function NotPossible({ groups, considered, onShow }: { groups: readonly Group[]; considered: number; onShow: (kind: CriterionKind) => void }) {
  const t = useText('matching')
  const { formatNumber } = useFormat()
  if (groups.length === 0) return null
  return (
    <Section title={t('blocked.title')} plain>
      <ul className="match-blocked">
        {groups.map(({ blockedBy, count }) => (
          <li key={blockedBy}>
            <span>{t(`blocked.${blockedBy}`)} <span className="match-quiet">{t('blocked.of', { count: formatNumber(count), total: formatNumber(considered) })}</span></span>
            <Button kind="quiet" onClick={() => onShow(blockedBy)}>{t('blocked.show')}<span className="ds-sr-only">: {t(`blocked.${blockedBy}`)}</span></Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Says that a group of what is not possible is shown, and leads back. */
export function BlockedNotice({ blockedBy, onBack }: { blockedBy: CriterionKind; onBack: () => void }) {
  const t = useText('matching')
  return <Notice title={t('blocked.showing', { reason: t(`blocked.${blockedBy}`) })} action={<Button onClick={onBack}>{t('blocked.back')}</Button>} />
}
