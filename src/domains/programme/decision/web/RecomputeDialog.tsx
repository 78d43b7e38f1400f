import { useState } from 'react'
import { useApi, type Output } from '#web/api.ts'
import { useFormat, useLocale, useText } from '#web/i18n.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import type { Decision } from './words.ts'

type Compared = Output<'programme.recomputeDecision'>['rules'][number]
const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text)

function Side({ title, answer }: { title: string; answer: Compared['first'] }) {
  const t = useText('decision')
  return <div><h4>{title}</h4>{answer.answer === null ? <p>{t('recompute.undecided')}</p> : <ul className="law-says">{answer.says.map(({ name, text }) => <li key={name}>{text}</li>)}</ul>}</div>
}

/** A decision's facts put to the rules of today, or as of another day: what would be otherwise. */
export function RecomputeDialog({ decision, open, onClose }: { decision: Decision; open: boolean; onClose: () => void }) {
  const t = useText('decision')
  const { formatDate } = useFormat()
  const { locale } = useLocale()
  const [on, setOn] = useState<string>()
  const query = useApi('programme.recomputeDecision', { decisionId: decision.id, locale, on: isDay(on) ? on : undefined }, { enabled: open, keep: true })
  return (
    <Dialog open={open} onClose={onClose} title={t('recompute.title')} wide>
      <div className="stack"><p>{t('recompute.help')}</p>
      <DateField id="recompute-on" label={t('recompute.on')} value={on ?? decision.decidedOn} onChange={setOn} />
      <Loaded query={query} rows={3}>{({ isSame, rules, on: day }) => (
        <div className="stack">
          <Notice tone={isSame ? 'success' : 'warning'} title={t(isSame ? 'recompute.same' : 'recompute.differs')}>{formatDate(day, 'long')}</Notice>
          {rules.filter(({ differs }) => differs.length > 0).map((one) => (
            <section key={one.first.rule}><h3>{one.first.title}</h3><div className="law-answers"><Side title={t('recompute.was')} answer={one.first} /><Side title={t('recompute.is')} answer={one.second} /></div></section>
          ))}
        </div>
      )}</Loaded></div>
    </Dialog>
  )
}
