import { useState } from 'react'
import { fileAddress, useCommand } from '#web/api.ts'
import { useFormat, useRefusalText, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { ItemKind, PaperLocale, type Proof, type Sheet } from '../proof.schema.ts'
import { showsProof, useItemWords } from './words.ts'

function Choose({ proof }: { proof: Proof }) {
  const t = useText('proof')
  const refusalText = useRefusalText()
  const { titleOf, behind } = useItemWords()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(proof.chosen))
  const issue = useCommand('competence.issueProofSheet', { refreshes: showsProof, success: t('sheet.issued') })
  const toggle = (key: string): void => setChosen((all) => { const next = new Set(all); if (!next.delete(key)) next.add(key); return next })
  return (
    <div className="stack">
      <p>{t('sheet.chooseHelp')}</p>
      {ItemKind.options.map((kind) => { const own = proof.items.filter((one) => one.kind === kind); return own.length > 0 && (
        <fieldset key={kind} className="proof-choose"><legend>{t(`kind.${kind}`)}</legend>{own.map((one) => (
          <Checkbox key={one.key} id={`item-${one.key}`} name={one.key} label={titleOf(one)} description={[t(`evidence.${one.evidence}`), behind(one)].filter(Boolean).join(' · ')} value={chosen.has(one.key)} onChange={() => toggle(one.key)} />))}</fieldset>) })}
      {issue.refusals.map((one) => <Notice key={one.code} tone="danger" title={refusalText(one)} />)}
      <div><Button kind="primary" icon="file" pending={issue.pending} onClick={() => void issue.run({ id: newId(), personId: proof.personId, chosen: [...chosen] })}>{t('sheet.issue')}</Button></div>
    </div>
  )
}

function SheetLine({ sheet, onWithdraw }: { sheet: Sheet; onWithdraw?: () => void }) {
  const t = useText('proof')
  const { formatDate } = useFormat()
  return (
    <li><div><p>{t('sheet.line', { date: formatDate(sheet.issuedOn), code: `${sheet.code.slice(0, 4)}-${sheet.code.slice(4)}`, count: sheet.count })} {sheet.withdrawnOn && <Tag>{t('sheet.withdrawn', { date: formatDate(sheet.withdrawnOn) })}</Tag>}</p>
      <p className="proof-quiet">{[sheet.byHerself && t('sheet.byHerself'), sheet.contactName && t('sheet.contact', { name: sheet.contactName })].filter(Boolean).join(' · ')}</p></div>
      {sheet.withdrawnOn === null && <div className="cluster">{PaperLocale.options.map((locale) => <a key={locale} className="ds-button" data-variant="secondary" data-size="sm" href={fileAddress('competence.getProofPaper', { id: sheet.id, locale })} download><Icon name="file" />{t(`sheet.${locale}`)}</a>)}
        {onWithdraw && <Button kind="quiet" onClick={onWithdraw}>{t('sheet.withdraw')}</Button>}</div>}</li>
  )
}

/** The sheet she may show an employer: chosen together, in three languages, with a code the municipality answers for. */
export function SheetSection({ proof }: { proof: Proof }) {
  const t = useText('proof')
  const [withdrawing, setWithdrawing] = useState<Sheet>()
  const withdraw = useCommand('competence.withdrawProofSheet', { refreshes: showsProof, success: t('sheet.withdrawnDone'), onDone: () => setWithdrawing(undefined) })
  const mayChange = proof.actions.includes('change')
  return (
    <Section title={t('sheet.title')} description={t('sheet.help')}>
      <div className="stack">
        {proof.sheets.length > 0 && <ul className="proof-list">{proof.sheets.map((one) => <SheetLine key={one.id} sheet={one} onWithdraw={mayChange ? () => setWithdrawing(one) : undefined} />)}</ul>}
        {proof.items.length === 0 ? <EmptyState title={t('sheet.empty')}>{t('sheet.emptyHelp')}</EmptyState> : mayChange && <details><summary>{t('sheet.choose')}</summary><Choose proof={proof} /></details>}
      </div>
      <ConfirmDialog open={withdrawing !== undefined} onClose={() => setWithdrawing(undefined)} title={t('sheet.withdrawTitle')} consequences={[t('sheet.withdrawConsequence')]} confirm={t('sheet.withdraw')} danger pending={withdraw.pending} refusals={withdraw.refusals}
        onConfirm={() => { if (withdrawing) void withdraw.run({ id: withdrawing.id }) }} />
    </Section>
  )
}
