import { useState } from 'react'
import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { Timeline } from '#web/ui/Timeline.tsx'
import type { DivisionPage } from './words.ts'
import { stateTones } from './words.ts'

function Differences({ number, onClose }: { number: number; onClose: () => void }) {
  const t = useText('cooperation')
  const query = useApi('cooperation.compareDivision', { number })
  return (
    <Dialog open onClose={onClose} title={t('versions.compare')} wide>
      <Loaded query={query} rows={4}>{({ differences }) => differences.length === 0 ? <p>{t('versions.same')}</p> : (
        <ul className="division-differences">{differences.map((one) => (
          <li key={`${one.what}${one.name}${one.change}`}>
            <p><strong>{one.name || t(`what.${one.what}`)}</strong> <Tag>{t(`change.${one.change}`)}</Tag></p>
            {one.before !== null && <p className="division-note">{t('difference.before', { text: one.before })}</p>}
            {one.after !== null && <p className="division-note">{t('difference.after', { text: one.after })}</p>}
          </li>))}</ul>)}</Loaded>
    </Dialog>
  )
}

/** Every version there has been, who made it and why, and what it changed. */
export function VersionsSection({ versions }: { versions: DivisionPage['versions'] }) {
  const t = useText('cooperation')
  const { formatMoment } = useFormat()
  const [open, setOpen] = useState<number>()
  return (
    <Section title={t('versions.title')} count={versions.length}>
      <Timeline items={versions.map((one) => ({ id: one.id, when: t('versions.line', { name: one.madeBy, date: formatMoment(one.madeAt) }),
        title: <span className="cluster"><Link to="/division" search={{ version: one.number }}>{t('version', { number: one.number })}</Link><Tag tone={stateTones[one.state]}>{t(`state.${one.state}`)}</Tag></span>,
        text: <><p>{one.reason || t('versions.first')}</p>{one.number > 1 && <Button kind="quiet" onClick={() => setOpen(one.number)}>{t('versions.compare')}</Button>}</> }))} />
      {open !== undefined && <Differences number={open} onClose={() => setOpen(undefined)} />}
    </Section>
  )
}
