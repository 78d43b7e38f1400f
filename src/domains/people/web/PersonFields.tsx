import { useApi } from '#web/api.ts'
import type { FormTools } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { useNames } from '#web/names.ts'
import { Combobox } from '#web/ui/Combobox.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { MultiCombobox } from '#web/ui/MultiCombobox.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import type { z } from 'zod'
import type { SavePersonInput } from '../person.schema.ts'
import { useChoices } from './words.ts'

type Props = { tools: FormTools<z.input<typeof SavePersonInput>>; mayProtect: boolean; mayPlace: boolean }

/** Everything basic about a person, in the order one asks. Used to register and to change. */
export function PersonFields({ tools: { field }, mayProtect, mayPlace }: Props) {
  const t = useText('people')
  const { statuses, arrivals, protections, genders, locales } = useChoices()
  const { languages, countries, languageName, countryName } = useNames()
  const advisers = useApi('people.listAdvisers', {}).data?.rows ?? []
  const language = (name: 'firstLanguage' | 'interpreterLanguage') => {
    const own = field(name, t(`field.${name}`))
    return <Combobox {...own} options={languages} valueLabel={own.value ? languageName(own.value) : undefined} />
  }
  const country = field('country', t('field.country'))
  return (
    <>
      <TextField {...field('givenName', t('field.givenName'))} />
      <TextField {...field('familyName', t('field.familyName'))} />
      <DateField {...field('birthDate', t('field.birthDate'))} />
      <RadioGroup {...field('gender', t('field.gender'))} options={genders} />
      <Combobox {...country} options={countries} valueLabel={country.value ? countryName(country.value) : undefined} />
      {language('firstLanguage')}
      <MultiCombobox {...field('otherLanguages', t('field.otherLanguages'))} options={languages} labelOf={languageName} />
      {language('interpreterLanguage')}
      <TextField {...field('phone', t('field.phone'))} type="tel" width="medium" />
      <TextField {...field('email', t('field.email'))} type="email" width="medium" />
      <Select {...field('contactLocale', t('field.contactLocale'))} options={locales} />
      {mayPlace && <>
        <TextField {...field('address.street', t('field.street'))} />
        <TextField {...field('address.postcode', t('field.postcode'))} width="short" inputMode="numeric" />
        <TextField {...field('address.place', t('field.place'))} width="medium" />
      </>}
      {mayProtect && <Select {...field('addressProtection', t('field.addressProtection'))} options={protections} description={t('protection.help')} />}
      <Select {...field('arrivalCategory', t('field.arrivalCategory'))} options={arrivals} />
      <DateField {...field('settledOn', t('field.settledOn'))} />
      <DateField {...field('permitUntil', t('field.permitUntil'))} description={t('field.permitHelp')} />
      <Select {...field('status', t('field.status'))} options={statuses} />
      <Select {...field('adviserId', t('field.adviserId'))} options={advisers.map(({ id, name }) => ({ value: id, label: name }))} empty={t('list.noAdviser')} />
      <TextArea {...field('note', t('field.note'))} description={t('field.noteHelp')} rows={4} />
    </>
  )
}
