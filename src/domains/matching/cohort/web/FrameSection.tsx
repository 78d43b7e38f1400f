import { useCommand, type Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SaveFrameInput } from '../cohort.schema.ts'
import { showsPlans } from './words.ts'

/** The municipality's own limits of plans to come. */
export function FrameSection({ plans: { supervisorAtOnce, mostAtOnce, isUsual, version } }: { plans: Output<'matching.listPlans'> }) {
  const t = useText('cohort')
  const save = useCommand('matching.saveFrame', { refreshes: showsPlans, success: t('frame.saved') })
  return (
    <Section title={t('frame.title')} description={t('frame.help')}>
      <Form schema={SaveFrameInput} initial={{ version, supervisorAtOnce, mostAtOnce }} submit={t('frame.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onReload={save.refresh}>
        {({ field }) => <>
          <NumberField {...field('supervisorAtOnce', t('frame.supervisor'))} description={isUsual ? t('frame.usual') : undefined} />
          <NumberField {...field('mostAtOnce', t('frame.most'))} description={t('frame.mostHelp')} />
        </>}
      </Form>
    </Section>
  )
}
