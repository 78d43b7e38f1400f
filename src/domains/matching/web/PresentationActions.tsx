import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { Section } from '#web/ui/Section.tsx'
import type { PresentationAction } from '../presentation.schema.ts'
import { ConsentDialog } from './ConsentDialog.tsx'
import { MeetingDialog, ReasonDialog } from './StepDialogs.tsx'
import { showsPresentations, type Presentation } from './words.ts'

const endings = { declineByEmployer: 'declined_by_employer', declineByPerson: 'declined_by_person', withdraw: 'withdrawn' } as const
const isEnding = (action: PresentationAction): action is keyof typeof endings => Object.hasOwn(endings, action)

/** What may be done now, the next step first; the ways out last. */
export function PresentationActions({ presentation }: { presentation: Presentation }) {
  const t = useText('matching')
  const [doing, setDoing] = useState<PresentationAction>()
  const { actions, id, state, person, opening } = presentation
  const close = (): void => setDoing(undefined)
  const begin = { from: 'match', presentationId: id, personId: person.id, openingId: opening.id }
  if (actions.length === 0) return state === 'agreed' ? <div className="cluster"><LinkButton kind="primary" to="/placements/new" search={begin}>{t('presentation.agreement')}</LinkButton></div> : null
  const [next] = actions.filter((action) => !isEnding(action))
  return (
    <Section title={t('presentation.next')}>
      <div className="cluster">
        {actions.map((action) => <Button key={action} kind={action === next ? 'primary' : isEnding(action) ? 'quiet' : 'secondary'} onClick={() => setDoing(action)}>{t(`action.${action}`)}</Button>)}
      </div>
      {doing === 'recordConsent' && <ConsentDialog presentation={presentation} onClose={close} />}
      {doing === 'recordMeeting' && <MeetingDialog presentation={presentation} onClose={close} />}
      {doing !== undefined && isEnding(doing) && <ReasonDialog presentation={presentation} outcome={endings[doing]} title={t(`action.${doing}`)} onClose={close} />}
      <Confirmations presentation={presentation} doing={doing} onClose={close} />
    </Section>
  )
}

/** The steps that need no more than a yes, with what they lead to. */
function Confirmations({ presentation, doing, onClose }: { presentation: Presentation; doing: PresentationAction | undefined; onClose: () => void }) {
  const t = useText('matching')
  const { id: presentationId, version, opening } = presentation
  const options = { refreshes: showsPresentations, success: t('done'), onDone: onClose }
  const [ask, present, decide] = [useCommand('matching.askForYes', options), useCommand('matching.present', options), useCommand('matching.decide', options)]
  const closing = (command: { reset: () => void }) => () => { command.reset(); onClose() }
  return (
    <>
      <ConfirmDialog open={doing === 'askForYes'} onClose={closing(ask)} title={t('action.askForYes')} confirm={t('action.askForYes')} consequences={[t('ask.consequence')]}
        pending={ask.pending} refusals={ask.refusals} onConfirm={() => { void ask.run({ presentationId, version }) }} />
      <ConfirmDialog open={doing === 'present'} onClose={closing(present)} title={t('action.present')} confirm={t('action.present')} pending={present.pending} refusals={present.refusals}
        consequences={[t('present.consequence.you'), t('present.consequence.employer', { employer: opening.employerName ?? opening.title }), t('present.consequence.fixed')]} onConfirm={() => { void present.run({ presentationId, version }) }} />
      <ConfirmDialog open={doing === 'agree'} onClose={closing(decide)} title={t('action.agree')} confirm={t('action.agree')} consequences={[t('agree.consequence')]}
        pending={decide.pending} refusals={decide.refusals} onConfirm={() => { void decide.run({ presentationId, version, outcome: 'agreed' }) }} />
    </>
  )
}
