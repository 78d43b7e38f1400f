import { useState } from 'react'
import { fileAddress, useApi } from '#web/api.ts'
import { useFormat, useLocale, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Table, type Column } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { PersonBenefit } from '../benefit.schema.ts'
import { useKroner, useLineText, useMonth } from './words.ts'

type Payment = PersonBenefit['payments'][number]
const languages = ['nb', 'nn', 'en', 'uk', 'ar'] as const

/** The payslip as the participant reads it, in any of her languages. */
function PayslipDialog({ personId, payment, onClose }: { personId: string; payment: Payment | null; onClose: () => void }) {
  const t = useText('benefit')
  const { locale } = useLocale()
  const [language, setLanguage] = useState<(typeof languages)[number]>(locale)
  const query = useApi('programme.getPayslip', { personId, runId: payment?.runId ?? personId, locale: language }, { enabled: payment !== null, keep: true })
  return (
    <Dialog open={payment !== null} onClose={onClose} title={t('payslip.title')} wide
      actions={payment?.isApproved && <a className="ds-button" data-variant="secondary" href={fileAddress('programme.getPayslipPaper', { personId, runId: payment.runId, locale: language })} download><Icon name="file" />{t('payslip.paper')}</a>}>
      <Select id="payslip-language" name="language" label={t('payslip.language')} value={language} onChange={(next) => setLanguage(next ?? language)} options={languages.map((value) => ({ value, label: t(`payslip.${value}`) }))} />
      <Loaded query={query} rows={4}>{(slip) => (
        <div className="payslip" lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
          <h3>{slip.title}</h3>
          <p><strong>{slip.payout}</strong></p>
          <ul className="payslip__lines">{slip.lines.map((line) => (
            <li key={line.text}><div className="payslip__line"><span>{line.text}</span><span className="payslip__amount"><bdi>{line.amount}</bdi></span></div><p>{line.why} <span className="benefit__quiet">({line.paragraph})</span></p></li>))}</ul>
          {slip.closing.map((line) => <p key={line}>{line}</p>)}
        </div>)}</Loaded>
    </Dialog>
  )
}

/** What was paid month by month, and what she reads of it. */
export function PaymentsSection({ benefit }: { benefit: PersonBenefit }) {
  const t = useText('benefit')
  const month = useMonth()
  const kroner = useKroner()
  const lineText = useLineText()
  const { formatDate } = useFormat()
  const [shown, setShown] = useState<Payment | null>(null)
  const columns: Column<Payment>[] = [
    { key: 'month', header: t('column.month'), names: true, cell: (row) => <span className="cluster">{month(row.month)}{!row.isApproved && <Tag tone="warning">{t('payments.preliminary')}</Tag>}</span> },
    { key: 'lines', header: t('column.lines'), cell: (row) => <ul className="lines">{row.lines.map((line) => <li key={`${line.kind}${line.forMonth}`}>{lineText(line)}: {kroner(line.amountOre)}</li>)}</ul> },
    { key: 'payout', header: t('column.payout'), align: 'end', cell: (row) => kroner(row.payoutOre) },
    { key: 'payOn', header: t('column.payOn'), cell: (row) => formatDate(row.payOn) },
    { key: 'slip', header: t('payslip.title'), cell: (row) => <Button kind="quiet" icon="file" onClick={() => setShown(row)}>{t('payments.slip')}</Button> },
  ]
  return (
    <Section title={t('payments.title')} count={benefit.payments.length || undefined}>
      {benefit.payments.length === 0 ? <p>{t('payments.none')}</p> : <Table caption={t('payments.title')} hideCaption columns={columns} rows={benefit.payments} rowKey={({ runId }) => runId} />}
      <PayslipDialog personId={benefit.personId} payment={shown} onClose={() => setShown(null)} />
    </Section>
  )
}
