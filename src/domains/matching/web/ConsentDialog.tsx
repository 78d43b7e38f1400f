import { useState } from 'react'
import { PlainDate } from '#shared/date.ts'
import { useApi, useCommand } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { Button } from '#web/ui/Button.tsx'
import { CheckboxGroup } from '#web/ui/CheckboxGroup.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorSummary } from '#web/ui/ErrorSummary.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { GivenHow, PROFILE_PARTS, type ProfilePart } from '../presentation.schema.ts'
import { ProfileView } from './ProfileView.tsx'
import { showsPresentations, type Presentation } from './words.ts'

const usual: ProfilePart[] = ['given_name', 'languages', 'experience', 'skills']

/** Notes her yes: what may be shown, how it looks, the exact words, how and when she said it. */
export function ConsentDialog({ presentation, onClose }: { presentation: Presentation; onClose: () => void }) {
  const t = useText('matching')
  const today = PlainDate.parse(useMe().today)
  const [parts, setParts] = useState<ProfilePart[]>(presentation.consentParts.length > 0 ? presentation.consentParts : usual)
  const [how, setHow] = useState<typeof GivenHow.options[number]>()
  const [on, setOn] = useState<string | undefined>(today)
  const preview = useApi('matching.previewProfile', { presentationId: presentation.id, parts }, { keep: true })
  const record = useCommand('matching.recordConsent', { refreshes: [...showsPresentations, 'matching.previewProfile'], success: t('done'), onDone: onClose })
  const { opening } = presentation
  const text = t('consent.text', { employer: opening.employerName ?? opening.title, opening: opening.title, parts: PROFILE_PARTS.filter((part) => parts.includes(part)).map((part) => t(`part.${part}`)).join(', ') })
  const day = PlainDate.safeParse(on)
  const isReady = parts.length > 0 && how !== undefined && day.success && preview.data !== undefined && !preview.isPlaceholderData
  const save = (): void => {
    if (how === undefined || !day.success || preview.data === undefined) return
    void record.run({ presentationId: presentation.id, version: presentation.version, parts, profile: preview.data.profile, how, on: day.data, text })
  }
  return (
    <Dialog open wide onClose={onClose} title={t('consent.title')} actions={<>
      <Button kind="primary" pending={record.pending} disabled={!isReady} onClick={save}>{t('consent.save')}</Button>
    </>}>
      <div className="match-consent">
        <ErrorSummary refusals={record.refusals} />
        <p>{t('consent.help')}</p>
        <CheckboxGroup label={t('consent.parts')} value={parts} onChange={(next) => setParts(next ?? [])} options={PROFILE_PARTS.map((value) => ({ value, label: t(`part.${value}`) }))} error={parts.length === 0 ? t('consent.choose') : undefined} />
        <section><h3>{t('consent.preview')}</h3><div className="match-paper"><Loaded query={preview}>{({ profile }) => <ProfileView profile={profile} />}</Loaded></div></section>
        <section><h3>{t('consent.exact')}</h3><blockquote className="match-words">{text}</blockquote></section>
        <RadioGroup label={t('consent.how')} value={how} onChange={setHow} options={GivenHow.options.map((value) => ({ value, label: t(`how.${value}`) }))} />
        <DateField label={t('consent.on')} value={on} onChange={setOn} />
      </div>
    </Dialog>
  )
}
