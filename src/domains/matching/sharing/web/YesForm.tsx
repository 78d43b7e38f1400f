import { useState } from 'react'
import { PlainDate } from '#shared/date.ts'
import { useApi, useCommand } from '#web/api.ts'
import { useFindText, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { Button } from '#web/ui/Button.tsx'
import { CheckboxGroup } from '#web/ui/CheckboxGroup.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { ErrorSummary } from '#web/ui/ErrorSummary.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Section } from '#web/ui/Section.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import type { PersonCard } from '../../match.schema.ts'
import { GivenHow, PROFILE_PARTS, type ProfilePart } from '../../presentation.schema.ts'
import { ProfileView } from '../../web/ProfileView.tsx'
import type { SharedPlace } from '../sharing.schema.ts'
import { showsPutForward } from './words.ts'

/** Least that tells anything: more is hers to choose. */
const usual: ProfilePart[] = ['languages', 'experience', 'skills']

/** What may be shown, how it looks, the exact words, how and when she said yes. */
export function YesForm({ person, place, hasGround }: { person: PersonCard; place: SharedPlace; hasGround: boolean }) {
  const t = useText('sharing')
  const find = useFindText()
  const [id] = useState(newId)
  const [parts, setParts] = useState<ProfilePart[]>(usual)
  const [how, setHow] = useState<typeof GivenHow.options[number]>()
  const [on, setOn] = useState<string | undefined>(PlainDate.parse(useMe().today))
  const [note, setNote] = useState<string>()
  const pair = { personId: person.id, openingId: place.id }
  const preview = useApi('matching.previewPutForward', { ...pair, parts }, { keep: true })
  const save = useCommand('matching.putForward', { refreshes: showsPutForward, success: t('forward.done') })
  const word = (key: string): string => find(key, 'matching') ?? key
  const text = t('forward.text', { municipality: place.ownerName, opening: place.title, parts: PROFILE_PARTS.filter((part) => parts.includes(part)).map((part) => word(`part.${part}`)).join(', ') })
  const day = PlainDate.safeParse(on)
  const isReady = parts.length > 0 && (hasGround || Boolean(note?.trim())) && how !== undefined && day.success && preview.data !== undefined && !preview.isPlaceholderData
  const run = (): void => {
    if (how !== undefined && day.success && preview.data !== undefined) void save.run({ id, ...pair, parts, profile: preview.data.profile, how, on: day.data, text, ...(note?.trim() && { note }) })
  }
  return (
    <Section title={t('forward.title')} description={t('forward.help')}>
      <div className="match-consent">
        <ErrorSummary refusals={save.refusals} />
        <CheckboxGroup label={t('forward.parts')} value={parts} onChange={(next) => setParts(next ?? [])} options={PROFILE_PARTS.map((value) => ({ value, label: word(`part.${value}`) }))} error={parts.length === 0 ? t('forward.choose') : undefined} />
        <section><h3>{t('forward.preview')}</h3><div className="match-paper"><Loaded query={preview}>{({ profile }) => <ProfileView profile={profile} />}</Loaded></div></section>
        <section><h3>{t('forward.exact')}</h3><blockquote className="match-words">{text}</blockquote></section>
        <RadioGroup label={t('forward.how')} value={how} onChange={setHow} options={GivenHow.options.map((value) => ({ value, label: word(`how.${value}`) }))} />
        <DateField label={t('forward.on')} value={on} onChange={setOn} />
        {!hasGround && <><Notice tone="warning">{word('propose.noGround')}</Notice><TextArea label={word('propose.note')} optional={false} value={note} onChange={setNote} rows={3} /></>}
        <div><Button kind="primary" pending={save.pending} disabled={!isReady} onClick={run}>{t('forward.save')}</Button></div>
      </div>
    </Section>
  )
}
