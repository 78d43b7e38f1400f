import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import type { ImportResult } from '#shared/import-result.ts'
import { useText } from '#web/i18n.tsx'
import { useMay } from '#web/me.tsx'
import { refusalsOf } from '#web/problem.ts'
import { useFilters } from '#web/routing.ts'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorSummary } from '#web/ui/ErrorSummary.tsx'
import { FileField } from '#web/ui/FileField.tsx'
import { Loading } from '#web/ui/Loading.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Steps } from '#web/ui/Steps.tsx'
import { importKinds, type ImportKind } from './importKinds.ts'
import { ImportReport } from './ImportReport.tsx'
import './people.css'

const Shown = z.object({ kind: z.enum(['participants', 'employers', 'vacancies', 'occupations', 'esco', 'families', 'forecasts', 'travelTimes', 'postcodes']).optional() })

/** Sends a file first to be looked at, and then, when somebody has seen what it would do, to be written. */
function useImport(kind: ImportKind) {
  const client = useQueryClient()
  const [file, setFile] = useState<File>()
  const [result, setResult] = useState<ImportResult>()
  const [error, setError] = useState<unknown>()
  const [sent, setSent] = useState<number>()
  const send = async (what: File, params: { dryRun: boolean; goodRows: boolean }): Promise<void> => {
    setError(undefined)
    setSent(0)
    try {
      const answer = await kind.send(what, params, setSent)
      setResult(answer)
      if (answer.written) await client.invalidateQueries()
    } catch (reason) {
      setError(reason)
    } finally {
      setSent(undefined)
    }
  }
  return {
    file, result, error, sent,
    look: (next: File): void => { setFile(next); setResult(undefined); void send(next, { dryRun: true, goodRows: false }) },
    write: (goodRows: boolean): void => { if (file) void send(file, { dryRun: false, goodRows }) },
  }
}

function WriteButtons({ result, busy, onWrite }: { result: ImportResult; busy: boolean; onWrite: (goodRows: boolean) => void }) {
  const t = useText('people')
  const good = result.created + result.changed
  if (result.written) return null
  if (good === 0) return <Notice title={t('import.nothingToWrite')} />
  if (result.refused.length === 0) return <Button kind="primary" icon="import" pending={busy} onClick={() => onWrite(false)}>{t('import.write', { count: good })}</Button>
  if (result.refused.some(({ row }) => row === 0)) return null
  return <Button icon="import" pending={busy} onClick={() => onWrite(true)}>{t('import.writeGood', { count: good })}</Button>
}

function OneImport({ kind }: { kind: ImportKind }) {
  const t = useText('people')
  const { file, result, error, sent, look, write } = useImport(kind)
  const busy = sent !== undefined
  return (
    <>
      <Section title={t(`import.kind.${kind.id}`)} description={t(`import.help.${kind.id}`)} actions={kind.template && <a className="ds-link" href={kind.template} download>{t('import.template')}</a>}>
        <Steps label={t('import.steps')} steps={[t('import.step.choose'), t('import.step.look'), t('import.step.write')]} current={result?.written ? 3 : result ? 1 : 0} />
        <FileField label={t('import.file')} description={t('import.fileHelp', { kinds: kind.accept.replaceAll(',', ', ') })} accept={kind.accept} onFile={look} sent={sent} />
        <ErrorSummary refusals={refusalsOf(error)} />
        {busy && sent >= 1 && <><p role="status">{t('import.working')}</p><Loading rows={3} /></>}
      </Section>
      {result && file && (
        <Section title={result.written ? t('import.doneTitle') : t('import.lookTitle')} description={result.written ? undefined : t('import.lookHelp')}>
          {result.written && <Notice tone="success" title={t('import.done', { created: result.created, changed: result.changed })} />}
          <ImportReport result={result} fileName={file.name} />
          <p className="form__actions"><WriteButtons result={result} busy={busy} onWrite={write} /></p>
        </Section>
      )}
    </>
  )
}

/** The one page for everything that comes from a file. */
export function ImportPage() {
  const t = useText('people')
  const may = useMay()
  const [{ kind: asked }, change] = useFilters(Shown)
  const kinds = importKinds.filter(({ permission }) => may(permission))
  const kind = kinds.find(({ id }) => id === asked) ?? kinds[0]
  return (
    <>
      <PageHeader title={t('import.title')} description={t('import.help')} />
      {!kind && <EmptyState title={t('import.notYours')}>{t('import.notYoursHelp')}</EmptyState>}
      {kinds.length > 1 && <Section title={t('import.what')}><RadioGroup label={t('import.choose')} value={kind?.id} onChange={(next) => change({ kind: next })} options={kinds.map(({ id }) => ({ value: id, label: t(`import.kind.${id}`) }))} /></Section>}
      {kind && <OneImport key={kind.id} kind={kind} />}
    </>
  )
}
