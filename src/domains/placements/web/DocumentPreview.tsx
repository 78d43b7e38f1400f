import { useState } from 'react'
import { directionOf } from '#web/texts.ts'
import { useApi, type Output } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import type { Both, DocumentLocale } from '../agreement-document.schema.ts'
import type { Agreement } from './agreementShown.ts'
import { documentLanguages, paperLocale } from './words.ts'

type Document = Output<'placements.previewDocument'>['document']

/** What the parties will read, in bokmål beside her language. */
export function DocumentPreview({ agreement, startsOpen }: { agreement: Agreement; startsOpen: boolean }) {
  const t = useText('placements')
  const [locale, setLocale] = useState<DocumentLocale>(paperLocale(agreement.person.contactLocale))
  const [isOpen, setOpen] = useState(startsOpen)
  const query = useApi('placements.previewDocument', { agreementId: agreement.id, locale }, { keep: true, enabled: isOpen })
  return (
    <Section title={t('preview.title')} description={t('preview.help')} actions={isOpen && <Select label={t('preview.language')} hideLabel value={locale} onChange={(value) => setLocale(value ?? 'nb')} options={documentLanguages} />}>
      {isOpen ? <Loaded query={query}>{({ document }) => <DocumentView document={document} />}</Loaded> : <Button icon="file" onClick={() => setOpen(true)}>{t('preview.open')}</Button>}
    </Section>
  )
}

/** An agreement in words, in one language or two side by side. */
export function DocumentView({ document }: { document: Document }) {
  const { beside, locale, dir } = document
  const both = (words: Both) => (beside
    ? <div className="paper__both"><span lang="nb">{words.nb}</span><span lang={locale} dir={dir}>{words.own}</span></div>
    : <span lang={locale} dir={dir}>{words.own}</span>)
  return (
    <div className="paper">
      <h3>{both(document.title)}</h3>
      <div className="paper__kind"><strong>{both(document.kind.value)}</strong>{both(document.what)}</div>
      <dl>
        {document.facts.map((fact) => <div key={fact.label.nb}><dt>{both(fact.label)}</dt><dd>{both(fact.value)}</dd></div>)}
        {document.parties.map((party) => <div key={party.label.nb}><dt>{both(party.label)}</dt><dd><bdi>{party.name}</bdi>{party.detail && <small> <bdi>{party.detail}</bdi></small>}</dd></div>)}
        {document.texts.map((one) => <div key={one.label.nb}><dt>{both(one.label)}</dt><dd lang="nb" className="paper__written" dir={directionOf('nb')}>{one.text}</dd></div>)}
        <div><dt>{both(document.week.label)}</dt><dd>{document.week.days.filter(({ slots }) => slots.length > 0).map((day) => <div key={day.weekday} className="paper__day"><bdi>{day.name.nb}</bdi>{beside && <bdi lang={locale}>{day.name.own}</bdi>}<bdi dir="ltr">{day.slots.map(({ from, to }) => `${from}–${to}`).join(', ')}</bdi></div>)}{both(document.week.hours)}</dd></div>
        {document.followUps.items.length > 0 && <div><dt>{both(document.followUps.label)}</dt><dd>{document.followUps.items.map((one) => <div key={one.day.nb + one.kind.nb}>{both({ nb: `${one.day.nb}: ${one.kind.nb}`, own: `${one.day.own}: ${one.kind.own}` })}</div>)}</dd></div>}
        <div><dt>{both(document.meaning.label)}</dt><dd><ul>{document.meaning.lines.map((line) => <li key={line.nb}>{both(line)}</li>)}</ul></dd></div>
      </dl>
    </div>
  )
}
