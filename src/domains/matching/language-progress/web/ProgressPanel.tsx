import { useApi } from '#web/api.ts'
import { useFindText, useFormat, useText } from '#web/i18n.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { LinkButton } from '#web/ui/Button.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { useLevelText } from '../../web/words.ts'
import type { SkillProgress } from '../progress.schema.ts'
import '../../web/matching.css'

function Asked({ asked, reached }: { asked: SkillProgress['toBegin']; reached: boolean | null }) {
  const t = useText('language-progress')
  if (asked === null) return <span className="unknown">{t('notAgreed')}</span>
  return (
    <>
      {asked.level} {reached !== null && <Tag tone={reached ? 'success' : 'warning'}>{reached ? t('reached') : t('notYet')}</Tag>}
      {asked.sentences.map((sentence) => <span key={sentence} className="match-gap">«{sentence}»</span>)}
    </>
  )
}

function Known({ known }: { known: SkillProgress['now'] }) {
  const t = useText('language-progress')
  const { formatDate } = useFormat()
  const levelText = useLevelText()
  if (known === null) return <span className="unknown">{t('notAssessed')}</span>
  return <>{levelText(known.level)}<span className="match-gap">{[known.source, known.on && formatDate(known.on)].filter(Boolean).join(', ')}</span></>
}

/** On a placement's page: the Norwegian it takes to begin and to be hired, and how far she has come. */
export function ProgressPanel({ id: agreementId }: { id: string }) {
  const t = useText('language-progress')
  const find = useFindText()
  const query = useApi('matching.getLanguageProgress', { agreementId })
  return (
    <Section title={t('panel.title')}><Loaded query={query}>
      {({ rows, openingId }) => (rows.length === 0 ? <EmptyState title={t('none')} action={openingId !== null && <LinkButton to={`/openings/${openingId}`}>{t('toPlace')}</LinkButton>}>{t('noneHelp')}</EmptyState> : (
        <Table caption={t('panel.title')} hideCaption rows={rows} rowKey={({ skill }) => skill} columns={[
          { key: 'skill', header: t('column.skill'), names: true, cell: ({ skill }) => find(`skill.${skill}`, 'matching') ?? skill },
          { key: 'begin', header: t('column.toBegin'), cell: ({ toBegin, mayBegin }) => <Asked asked={toBegin} reached={mayBegin} /> },
          { key: 'hired', header: t('column.toBeHired'), cell: ({ toBeHired, mayBeHired }) => <Asked asked={toBeHired} reached={mayBeHired} /> },
          { key: 'start', header: t('column.atStart'), cell: ({ atStart }) => <Known known={atStart} /> },
          { key: 'now', header: t('column.now'), cell: ({ now }) => <Known known={now} /> },
        ]} />
      ))}
    </Loaded></Section>
  )
}
