import { useState } from 'react'
import { useApi, useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { ChoosePathInput } from '../path.schema.ts'
import { PathConditions } from './PathView.tsx'
import './paths.css'
import { StepList } from './StepList.tsx'
import type { OnPath, PersonPath } from './words.ts'
import { showsPaths, usePathName } from './words.ts'

function ChooseDialog({ page, open, onClose }: { page: PersonPath; open: boolean; onClose: () => void }) {
  const t = useText('paths')
  const nameOf = usePathName()
  const { today } = useMe()
  const [id] = useState(newId)
  const choose = useCommand('competence.choosePath', { refreshes: showsPaths, success: t('chosen'), onDone: onClose })
  return (
    <Dialog open={open} onClose={onClose} title={t('choose')}>
      <Form schema={ChoosePathInput} initial={{ id, personId: page.personId, chosenOn: today }} submit={t('choose')} onSubmit={choose.run} refusals={choose.refusals} pending={choose.pending} onCancel={onClose}>
        {({ field }) => <>
          <Select {...field('pathId', t('path'))} description={t('pathHelp')} options={page.choices.map((one) => ({ value: one.id, label: one.why === 'none' ? nameOf(one) : t('choice', { name: nameOf(one), why: t(`why.${one.why}`) }) }))} />
          <DateField {...field('chosenOn', t('chosenOn'))} optional={false} />
          <TextArea {...field('note', t('note'))} rows={2} />
        </>}
      </Form>
    </Dialog>
  )
}

function EndButton({ now }: { now: OnPath }) {
  const t = useText('paths')
  const [open, setOpen] = useState(false)
  const end = useCommand('competence.endPath', { refreshes: showsPaths, success: t('ended'), onDone: () => setOpen(false) })
  return <><Button kind="quiet" onClick={() => setOpen(true)}>{t('end')}</Button><ConfirmDialog open={open} onClose={() => setOpen(false)} onConfirm={() => { void end.run({ id: now.id, version: now.version }) }} title={t('end.title')} consequences={[t('end.consequence')]} confirm={t('end')} pending={end.pending} refusals={end.refusals} /></>
}

/** What is open in the occupation now, and where she is placed in it. */
function Work({ page }: { page: PersonPath }) {
  const t = useText('paths')
  return (
    <Section title={t('work.title')}>
      {page.placement !== null && <p>{t('work.placement')} <Link to={`/placements/${page.placement.id}`}><bdi>{page.placement.employerName}</bdi></Link></p>}
      {page.openings.length === 0 ? <p>{t('work.none')}</p> : <ul>{page.openings.map((one) => <li key={one.id}><Link to={`/openings/${one.id}`}>{one.title}</Link>{one.employerName !== null && <>, <bdi>{one.employerName}</bdi></>}</li>)}</ul>}
    </Section>
  )
}

function Now({ page, now }: { page: PersonPath; now: OnPath }) {
  const t = useText('paths')
  const nameOf = usePathName()
  const { formatDate } = useFormat()
  const done = now.states.filter(({ state }) => state === 'done').length
  return (
    <>
      <Section title={nameOf(now.path)} description={t('since', { date: formatDate(now.chosenOn) })} actions={page.actions.includes('end') && <EndButton now={now} />}>
        <div className="stack">
          <p><strong>{now.isAtEnd ? t('atEnd') : t('progress', { done, of: now.states.length })}</strong> {!now.isAtEnd && t(now.left.atLeast ? 'leftAtLeast' : 'left', { count: now.left.months })}</p>
          {now.note !== null && <p className="path-text">{now.note}</p>}
          <StepList now={now} maySettle={page.actions.includes('settle')} />
        </div>
      </Section>
      <Section title={t('conditions')}><PathConditions path={now.path} /></Section>
      <Work page={page} />
    </>
  )
}

function None({ page, onChoose }: { page: PersonPath; onChoose: () => void }) {
  const t = useText('paths')
  const nameOf = usePathName()
  const near = page.choices.filter(({ why }) => why !== 'none')
  const action = page.actions.includes('choose') && page.choices.length > 0 && <Button kind="primary" onClick={onChoose}>{t('choose')}</Button>
  return (
    <Section title={t('panel.title')}>
      <EmptyState title={t('none')} action={action || undefined}>{page.choices.length === 0 ? <><p>{t('noneInCatalogue')}</p><p><Link to="/paths">{t('title')}</Link></p></> : t('noneHelp')}</EmptyState>
      {near.length > 0 && <><h3>{t('near')}</h3><ul>{near.map((one) => <li key={one.id}>{t('choice', { name: nameOf(one), why: t(`why.${one.why}`) })}</li>)}</ul></>}
    </Section>
  )
}

/** The road to a trade certificate chosen with her: where she is, what she has, what lacks (KAR-07). */
export function PathPanel({ id }: { id: string }) {
  const t = useText('paths')
  const nameOf = usePathName()
  const { formatDate } = useFormat()
  const [choosing, setChoosing] = useState(false)
  return (
    <Loaded query={useApi('competence.getPersonPath', { personId: id })} rows={6}>{(page) => (
      <>
        {page.now ? <Now page={page} now={page.now} /> : <None page={page} onChoose={() => setChoosing(true)} />}
        {page.former.length > 0 && <Section title={t('former')}><ul>{page.former.map((one) => <li key={one.id}>{nameOf(one)}, {formatDate(one.chosenOn)}–{formatDate(one.endedOn)}</li>)}</ul></Section>}
        <ChooseDialog page={page} open={choosing} onClose={() => setChoosing(false)} />
      </>)}</Loaded>
  )
}
