import { useApi, useCommand } from '#web/api.ts'
import type { FormTools } from '#web/form.tsx'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { OccupationsField } from '#web/OccupationsField.tsx'
import { useGo, usePathParam } from '#web/routing.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import type { z } from 'zod'
import type { Employer } from '../employer.schema.ts'
import { NeedChannel, WriteNeedInput, needGuide } from '../need.schema.ts'

/** The need of one employer, written after or during the talk. */
export function NeedPage() {
  const employer = useApi('employers.getEmployer', { employerId: usePathParam('id') })
  return <Loaded query={employer} rows={10}>{(data) => <NeedForm employer={data} />}</Loaded>
}

function NeedForm({ employer }: { employer: Employer }) {
  const t = useText('employers')
  const go = useGo()
  const { today } = useMe()
  const id = usePathParam('needId')
  const known = employer.needs.find((need) => need.id === id)
  const back = (): void => go(`/employers/${employer.id}?tab=needs`)
  const write = useCommand('employers.writeNeed', { refreshes: ['employers.getEmployer', 'employers.listEmployers'], success: t('needs.saved'), onDone: back })
  const initial = known ? { id, version: known.version, employerId: employer.id, talkedOn: known.talkedOn, channel: known.channel, answers: known.answers }
    : { id, employerId: employer.id, talkedOn: today, channel: 'visit' as const, answers: {} }
  return (
    <>
      <PageHeader title={t('need.title', { name: employer.name })} description={t('need.help')} crumbs={[{ label: t('list.title'), to: '/employers' }, { label: <bdi>{employer.name}</bdi>, to: `/employers/${employer.id}` }]} />
      <Form schema={WriteNeedInput} initial={initial} onSubmit={write.run} refusals={write.refusals} pending={write.pending} submit={t('save')} onCancel={back}
        onReload={() => { void write.refresh() }} draft={`employers.need.${id}`}>
        {(tools) => <>
          <div className="split">
            <DateField {...tools.field('talkedOn', t('need.talkedOn'))} />
            <Select {...tools.field('channel', t('need.channel'))} options={NeedChannel.options.map((value) => ({ value, label: t(`channel.${value}`) }))} />
          </div>
          {needGuide.map(({ heading, questions }) => (
            <Section key={heading} title={t(`guide.${heading}`)}>
              <div className="stack">
                {heading === 'people' && <OccupationsField {...tools.field('answers.occupationCodes', t('need.occupationCodes'))} description={t('need.occupationCodesHelp')} />}
                {questions.map((question) => <Question key={question} question={question} tools={tools} />)}
              </div>
            </Section>
          ))}
        </>}
      </Form>
    </>
  )
}

type QuestionName = (typeof needGuide)[number]['questions'][number]

function Question({ question, tools: { field } }: { question: QuestionName; tools: FormTools<z.input<typeof WriteNeedInput>> }) {
  const t = useText('employers')
  const label = t(`need.${question}`)
  if (question === 'numberNow' || question === 'numberComing') return <NumberField {...field(`answers.${question}`, label)} />
  return <TextArea {...field(`answers.${question}`, label)} rows={2} />
}
