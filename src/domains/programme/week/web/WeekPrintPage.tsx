import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useFilters, usePathParam } from '#web/routing.ts'
import { isolate } from '#web/texts.ts'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PrintButton } from '#web/ui/PrintButton.tsx'
import { WeekGrid } from './WeekGrid.tsx'
import './week.css'

const Shown = z.object({ week: PlainDate.optional() })

/** A participant's week on one sheet, for the refrigerator door. */
export function WeekPrintPage() {
  const t = useText('week')
  const { formatDate } = useFormat()
  const personId = usePathParam('id')
  const [{ week: day }] = useFilters(Shown)
  const query = useApi('programme.getWeek', { personId, ...(day && { day }) })
  return (
    <Loaded query={query} rows={8}>{(week) => <>
      <PageHeader title={t('week.printTitle', { name: isolate(week.personName) })} crumbs={[{ label: <bdi>{week.personName}</bdi>, to: `/people/${personId}` }]} description={t('week.of', { monday: formatDate(week.monday, 'long') })} actions={<PrintButton />} />
      <h2 className="ds-sr-only">{t('week.caption')}</h2>
      <WeekGrid week={week} />
    </>}</Loaded>
  )
}
