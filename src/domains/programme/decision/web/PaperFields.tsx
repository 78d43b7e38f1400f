import type { FormTools } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { Notice } from '#web/ui/Notice.tsx'

type Paper = { grounds: string; caseReference?: string | null; locale: 'nb' | 'nn' }

/** What every decision needs: grounds in the adviser's own words, the case it belongs to, and the Norwegian it is written in. */
export function PaperFields<I extends Paper>({ tools }: { tools: FormTools<I> }) {
  const t = useText('decision')
  const { field } = tools as unknown as FormTools<Paper> // reason for the cast: every form of a decision has these three fields, which a generic path cannot show
  return (
    <>
      <TextArea {...field('grounds', t('new.grounds'))} description={t('new.groundsHelp')} rows={7} />
      <TextField {...field('caseReference', t('new.case'))} />
      <RadioGroup {...field('locale', t('new.locale'))} options={(['nb', 'nn'] as const).map((value) => ({ value, label: t(`new.locale.${value}`) }))} />
      <Notice tone="info">{t('new.final')}</Notice>
    </>
  )
}
