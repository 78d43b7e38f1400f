import { useState } from 'react'
import { useApi, useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useNames } from '#web/names.ts'
import { CheckboxGroup } from '#web/ui/CheckboxGroup.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { PlanTalkInput, TALK_PARTS, type TalkPart } from '../talk.schema.ts'
import { TALK_KINDS } from '../template/template.schema.ts'
import type { TalkPageData } from './words.ts'
import { showsTalks } from './words.ts'

type Props = { personId: string; talk?: TalkPageData; onClose: () => void }
type FormProps = Props & { interpreter: string | null }

/** A new talk, or when, where and with whom of one that is planned. */
function PlanForm({ personId, talk, interpreter, onClose }: FormProps) {
  const t = useText('talks')
  const { languageName } = useNames()
  const [id] = useState(newId)
  const plan = useCommand('programme.planTalk', { refreshes: showsTalks, success: t('plan.saved'), onDone: onClose })
  const fresh = { id, personId, kind: 'qualification_interview' as const, takesPart: ['participant', 'adviser', ...(interpreter === null ? [] : ['interpreter'])] as TalkPart[], interpreterLanguage: interpreter === null ? null : languageName(interpreter) } // reason for the cast: a spread of two lists forgets their values
  const { state: _, ...rest } = talk ?? { state: '' }
  return (
    <Form schema={PlanTalkInput} initial={talk ? { ...rest, id: talk.id, personId, version: talk.version } : fresh} submit={t('plan.save')} onSubmit={plan.run} refusals={plan.refusals} pending={plan.pending} onCancel={onClose} onReload={() => { void plan.refresh() }}>
      {({ field, values }) => <>
        {talk === undefined && <RadioGroup {...field('kind', t('plan.kind'))} options={TALK_KINDS.map((value) => ({ value, label: t(`kind.${value}`), description: t(`kind.${value}.help`) }))} />}
        <div className="form__row"><DateField {...field('plannedOn', t('plan.day'))} /><TextField {...field('plannedAt', t('plan.clock'))} description={t('plan.clockHelp')} width="short" /></div>
        <TextField {...field('place', t('plan.place'))} />
        <CheckboxGroup {...field('takesPart', t('plan.who'))} options={TALK_PARTS.map((value) => ({ value, label: t(`part.${value}`) }))} />
        <TextField {...field('others', t('plan.others'))} description={t('plan.othersHelp')} />
        {values.takesPart?.includes('interpreter') && <div className="form__row"><TextField {...field('interpreterLanguage', t('plan.interpreterLanguage'))} /><TextField {...field('interpreterName', t('plan.interpreterName'))} /></div>}
      </>}
    </Form>
  )
}

/** Plans a talk: it begins with the interpreter she is known to need. */
export function PlanTalkDialog(props: Props) {
  const t = useText('talks')
  const person = useApi('people.getPerson', { personId: props.personId })
  return (
    <Dialog open onClose={props.onClose} title={t(props.talk ? 'plan.change' : 'plan.new')} wide>
      <Loaded query={person} rows={5}>{({ interpreterLanguage }) => <PlanForm {...props} interpreter={interpreterLanguage} />}</Loaded>
    </Dialog>
  )
}
