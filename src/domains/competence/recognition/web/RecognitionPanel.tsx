import { useState } from 'react'
import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { CaseCard } from './CaseCard.tsx'
import { OpenDialog } from './OpenDialog.tsx'
import './recognition.css'

/** The cases about recognition of what a person has of education, and the way on where there are no papers. */
export function RecognitionPanel({ id }: { id: string }) {
  const t = useText('recognition')
  const query = useApi('competence.getRecognitions', { personId: id })
  const [opening, setOpening] = useState(false)
  return (
    <Loaded query={query} rows={5}>{({ cases, educations, authorities, actions }) => {
      const open = actions.includes('open') && educations.length > 0 && <Button icon="plus" onClick={() => setOpening(true)}>{t('open.button')}</Button>
      return (
        <div className="stack">
          {cases.length === 0 ? <EmptyState title={t('panel.empty')} action={educations.length === 0 ? <LinkButton to={`/people/${id}`} search={{ tab: 'competence-competence' }}>{t('panel.toCompetence')}</LinkButton> : open}>{t(educations.length === 0 ? 'panel.noEducation' : 'panel.emptyHelp')}</EmptyState>
            : <><div className="cluster">{open}</div>{cases.map((one) => <CaseCard key={one.id} one={one} />)}</>}
          <Notice title={t('noPapers.title')} action={<LinkButton to={`/people/${id}`} search={{ tab: 'proof-proof' }}>{t('noPapers.open')}</LinkButton>}><p>{t('noPapers.text')}</p></Notice>
          {opening && <OpenDialog personId={id} educations={educations} authorities={authorities} onClose={() => setOpening(false)} />}
        </div>
      )
    }}</Loaded>
  )
}
