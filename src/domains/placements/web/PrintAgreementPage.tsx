import { z } from 'zod'
import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { useFilters, usePathParam } from '#web/routing.ts'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PrintButton } from '#web/ui/PrintButton.tsx'
import { Select } from '#web/ui/Select.tsx'
import { DocumentLocale } from '../agreement-document.schema.ts'
import { DocumentView } from './DocumentPreview.tsx'
import { documentLanguages } from './words.ts'
import './placements.css'

const Address = z.object({ locale: DocumentLocale.default('nb').catch('nb') })

/** The agreement for the printer, where no PDF can be made. */
export function PrintAgreementPage() {
  const t = useText('placements')
  const agreementId = usePathParam('id')
  const [{ locale }, change] = useFilters(Address)
  const query = useApi('placements.previewDocument', { agreementId, locale }, { keep: true })
  return (
    <>
      <PageHeader title={t('page.print')} crumbs={[{ label: t('list.title'), to: '/placements' }, { label: t('page.title'), to: `/placements/${agreementId}` }]} actions={<>
        <Select label={t('preview.language')} hideLabel value={locale} onChange={(value) => change({ locale: value ?? 'nb' })} options={documentLanguages} /><PrintButton /></>} />
      <Loaded query={query}>{({ document }) => <DocumentView document={document} />}</Loaded>
    </>
  )
}
