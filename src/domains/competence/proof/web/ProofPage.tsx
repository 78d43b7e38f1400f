import { useState } from 'react'
import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { ListsSection } from './ListsSection.tsx'
import { useItemWords } from './words.ts'
import './proof.css'

/** What is told an employer who rings with the code of a sheet. */
function Found({ code }: { code: string }) {
  const t = useText('proof')
  const { formatDate } = useFormat()
  const { titleOf, behind } = useItemWords()
  return (
    <Loaded query={useApi('competence.findProofSheet', { code })} rows={2}>{({ found }) => {
      if (found === null) return <Notice tone="warning" title={t('check.none')}><p>{t('check.noneHelp')}</p></Notice>
      if (found.withdrawnOn !== null) return <Notice tone="danger" title={t('check.withdrawn')}><p>{t('check.withdrawnText', { date: formatDate(found.withdrawnOn) })}</p></Notice>
      return <><Notice tone="success" title={t('check.valid')}><p>{t('check.validText', { date: formatDate(found.issuedOn), name: `\u2068${found.content.person}\u2069` })}</p></Notice>
        <ul className="proof-list">{found.content.items.map((one) => <li key={one.key}><div><p><strong>{titleOf(one)}</strong></p><p className="proof-quiet">{[t(`evidence.${one.evidence}`), behind(one)].filter(Boolean).join(' · ')}</p></div></li>)}</ul></>
    }}</Loaded>
  )
}

/** Whether a sheet somebody shows is real, and the municipality's short lists of tasks. */
export function ProofPage() {
  const t = useText('proof')
  const [typed, setTyped] = useState<string>()
  const [asked, setAsked] = useState<string>()
  return (
    <>
      <PageHeader title={t('page.title')} description={t('page.help')} />
      <div className="stack">
        <Section title={t('check.title')} description={t('check.help')}>
          <div className="stack">
            <form className="proof-check" onSubmit={(event) => { event.preventDefault(); setAsked(typed) }}>
              <TextField id="proof-code" name="code" label={t('check.code')} value={typed} onChange={setTyped} />
              <Button type="submit" icon="search">{t('check.button')}</Button>
            </form>
            {asked !== undefined && <Found code={asked} />}
          </div>
        </Section>
        <ListsSection />
      </div>
    </>
  )
}
