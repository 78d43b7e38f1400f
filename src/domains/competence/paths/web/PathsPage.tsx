import { useState } from 'react'
import { useApi, useCommand, type Output } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { TradePath } from '../path.schema.ts'
import { TRADES, standardPath } from '../standard-paths.core.ts'
import './paths.css'
import { PathView } from './PathView.tsx'
import { useStandardWords } from './standardWords.ts'
import { showsPaths } from './words.ts'

type Page = Output<'competence.listPaths'>

/** The roads we ship that are not in the catalogue yet. */
function useMissing(paths: readonly TradePath[]) {
  const words = useStandardWords()
  return TRADES.flatMap((trade) => trade.forms.map((form) => standardPath(newId(), trade, form, words))).filter((one) => !paths.some(({ trade, form }) => trade === one.trade && form === one.form))
}

function TakeIn({ paths }: { paths: readonly TradePath[] }) {
  const t = useText('paths')
  const missing = useMissing(paths)
  const [busy, setBusy] = useState(false)
  const save = useCommand('competence.savePath', { refreshes: showsPaths })
  if (missing.length === 0) return null
  const takeIn = async (): Promise<void> => {
    setBusy(true)
    for (const one of missing) if (await save.run(one) === undefined) break // a refusal is shown by the page: nothing is lost, the rest can be taken in again
    setBusy(false)
  }
  return <Button icon="import" pending={busy} onClick={() => { void takeIn() }}>{t('takeIn', { count: missing.length })}</Button>
}

function One({ path, mayChange }: { path: TradePath; mayChange: boolean }) {
  const t = useText('paths')
  return (
    <details className="path-one">
      <summary><strong>{t(`form.${path.form}`)}</strong> {path.confirmedOn === null ? <Tag tone="warning">{t('unconfirmedShort')}</Tag> : <Tag tone="success">{t('confirmedShort')}</Tag>} {!path.isActive && <Tag>{t('notUsed')}</Tag>}</summary>
      <PathView path={path} />
      {mayChange && <p><LinkButton icon="edit" to={`/paths/${path.id}/edit`}>{t('change')}</LinkButton></p>}
    </details>
  )
}

function List({ page: { paths, actions } }: { page: Page }) {
  const t = useText('paths')
  const mayChange = actions.includes('change')
  const trades = [...new Set(paths.map(({ trade }) => trade))]
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} actions={mayChange && <><TakeIn paths={paths} /><LinkButton icon="plus" to={`/paths/${newId()}/edit`}>{t('add')}</LinkButton></>} />
      {trades.length === 0 && <EmptyState title={t('empty')}>{t('emptyHelp')}</EmptyState>}
      {trades.map((trade) => <Section key={trade} title={trade}>{paths.filter((one) => one.trade === trade).map((path) => <One key={path.id} path={path} mayChange={mayChange} />)}</Section>)}
    </>
  )
}

/** The municipality's catalogue of roads from assistant to trade certificate (KAR-07). */
export function PathsPage() {
  return <Loaded query={useApi('competence.listPaths', {})} rows={8}>{(page) => <List page={page} />}</Loaded>
}
