import { FileOutput } from '#platform/files.ts'
import { operation } from '#platform/operation.ts'
import { writeSheets } from '#platform/sheets.ts'
import { z } from 'zod'
import { Id } from '#shared/id.ts'
import type { Criterion } from '../match.schema.ts'
import type { Row } from './cohort.schema.ts'
import { GetPlanInput } from './cohort.schema.ts'
import type { Loaded } from './load-plan.ts'
import { loadPlan, loadShown } from './load-plan.ts'
import type { SheetText } from './sheet-words.ts'
import { sheetText } from './sheet-words.ts'
import { shownRows } from './show.ts'

const WIDTHS = [28, 24, 34, 30, 14, 44, 44, 22, 14]
const listed = (t: SheetText, criteria: readonly Criterion[]): string => criteria.map(({ kind }) => t(`kind.${kind}`)).join(', ')

function line(t: SheetText, { places }: Loaded, row: Row): string[] {
  const place = places.find(({ openingId }) => openingId === row.openingId)
  const against = row.without === null ? listed(t, row.against) : [t(`without.${row.without}`), ...row.blocked.map(({ kind, count }) => `${t(`blocked.${kind}`)} (${count})`)].join('; ')
  const decided = row.isHeld ? t('held') : row.isPinned ? t('pinned') : row.source === 'hand' ? t('byHand') : ''
  return [`${row.person.givenName} ${row.person.familyName}`, row.person.adviserName ?? '', place?.title ?? '', [place?.employerName, place?.sharedBy].filter(Boolean).join(', '), decided, listed(t, row.reasons), against, row.released?.by ?? '', row.released?.at.slice(0, 10) ?? '']
}

/** The plan as a sheet: who got what and why, and who got nothing. Names of colleagues' participants: for the office only. */
export const exportPlan = operation({
  permission: 'matching.plan', reads: true, input: GetPlanInput, output: FileOutput.extend({ personIds: z.array(Id) }),
  subjects: (_, { personIds }) => personIds,
  async run(context, { cohortId: planId }) {
    const plan = await loadPlan(context, planId)
    const rows = shownRows(plan, await loadShown(context, planId), [])
    const t = sheetText(context.actor.locale)
    const head = (['person', 'adviser', 'place', 'employer', 'decided', 'reasons', 'against', 'releasedBy', 'releasedOn'] as const).map((key) => t(`sheet.${key}`))
    const named = rows.toSorted((a, b) => a.person.familyName.localeCompare(b.person.familyName, 'nb') || a.person.givenName.localeCompare(b.person.givenName, 'nb'))
    const bytes = new Uint8Array(await writeSheets([{ name: t('sheet.name'), rows: [head, ...named.map((row) => line(t, plan, row))], widths: WIDTHS }]))
    return { fileName: `${t('sheet.file')}-${plan.head.solvedAt.slice(0, 10)}.xlsx`, contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes, personIds: rows.map(({ person }) => person.id) }
  },
})
