import { useState } from 'react'
import { useCommand, type Input } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useNames } from '#web/names.ts'
import { Combobox } from '#web/ui/Combobox.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { SaveGuestInput } from '../meeting.schema.ts'
import { showsDay, type Day, type Guest } from './words.ts'

const localeOf = (locale: string) => SaveGuestInput.shape.locale.catch('nb').parse(locale)

/** What is agreed with a guest; without one, another jobseeker: a number and, if she wishes, a first name. Never more. */
export function GuestDialog({ day, guest, onClose }: { day: Day; guest?: Guest; onClose: () => void }) {
  const t = useText('meetings')
  const { languages, languageName } = useNames()
  const [id] = useState(guest?.id ?? newId())
  const save = useCommand('meetings.saveGuest', { refreshes: showsDay, success: ({ number }) => t('guest.saved', { number }), onDone: onClose })
  const initial: Partial<Input<'meetings.saveGuest'>> = guest
    ? { id, dayId: day.id, version: guest.version, shownName: guest.shownName, introduction: guest.introduction, comesFrom: guest.comesFrom, language: guest.language, locale: localeOf(guest.locale), from: guest.from, to: guest.to, least: guest.least, most: guest.most }
    : { id, dayId: day.id, least: 1, most: 60 }
  return (
    <Dialog open onClose={onClose} title={t(guest ? 'guest.edit' : 'guest.addOther')}>
      <Form schema={SaveGuestInput} initial={initial} submit={t('form.save')} onSubmit={(values) => save.run(values)} refusals={save.refusals} pending={save.pending} onCancel={onClose}>
        {({ field, set }) => {
          const language = field('language', t('guest.language'))
          return <>
            {!guest?.isOurs && <><Notice><p>{t('guest.otherHelp')}</p></Notice><TextField {...field('shownName', t('guest.shownName'))} /></>}
            {day.runFor.length > 0 ? <Select {...field('comesFrom', t('guest.comesFrom'))} empty={t('guest.fromUnknown')} options={[...new Set([...day.runFor, ...(guest?.comesFrom ? [guest.comesFrom] : [])])].map((name) => ({ value: name, label: name }))} onChange={(next) => set('comesFrom', next ?? null)} />
              : <TextField {...field('comesFrom', t('guest.comesFrom'))} />}
            <Combobox {...language} options={languages} valueLabel={language.value ? languageName(language.value) : undefined} description={t('guest.languageHelp')} onChange={(next) => set('language', next ?? null)} />
            <div className="form__row"><TextField {...field('from', t('field.from'))} width="short" description={t('field.timeHelp')} /><TextField {...field('to', t('field.to'))} width="short" /></div>
            <div className="form__row"><NumberField {...field('least', t('guest.least'))} /><NumberField {...field('most', t('guest.most'))} /></div>
          </>
        }}
      </Form>
    </Dialog>
  )
}
