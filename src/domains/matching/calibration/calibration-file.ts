import { writeSheets } from '#platform/sheets.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { textsIn } from '#platform/texts.ts'
import type { Calibration, Share } from './calibration.schema.ts'
import { OUTCOMES } from './calibration.schema.ts'
import en from './messages/en.json' with { type: 'json' }
import nb from './messages/nb.json' with { type: 'json' }
import nn from './messages/nn.json' with { type: 'json' }

type Cell = string | number
const rounded = (value: number | null): Cell => (value === null ? '' : Math.round(value * 1000) / 1000)
const cellsOf = ({ yes, known, missing, share, low, high }: Share): Cell[] => [yes ?? '', known, missing, rounded(share), rounded(low), rounded(high)]

/** The report as a workbook: by score, by group, and on the first sheet what it cannot say. */
export function calibrationFile(report: Calibration, locale: ServerLocale): Promise<Uint8Array> {
  const t = textsIn<keyof typeof nb>({ nb, nn, en, uk: en, ar: en }, locale)
  const known: Readonly<Record<string, string>> = nb
  const isKey = (key: string): key is keyof typeof nb => key in known
  const groupName = (key: string): string => { const text = `group.${key}`; return isKey(text) ? t(text) : key }
  const figures = [t('column.yes'), t('column.known'), t('column.missing'), t('column.share'), t('column.low'), t('column.high')]
  const bins = report.bins.flatMap(({ from, to, count, shares }) => OUTCOMES.map((outcome): Cell[] => [from, to, count, t(`outcome.${outcome}`), ...cellsOf(shares[outcome])]))
  const groups = report.groups.flatMap(({ dimension, outcome, rows }) => rows.map(({ key, result }): Cell[] =>
    [t(`dimension.${dimension}`), groupName(key), t(`outcome.${outcome}`), ...(result === 'hidden' ? [t('hidden', { smallest: report.smallest })] : [...cellsOf(result), rounded(result.expected), result.differs ? t('differs') : ''])]))
  const words = (['cannot.selection', 'cannot.missing', 'cannot.cause', 'cannot.same', 'cannot.many', 'cannot.few', 'cannot.weights'] as const).map((key): Cell[] => [t(key, { smallest: report.smallest })])
  return writeSheets([
    { name: t('sheet.cannot'), rows: [[t('title')], [t('material', { scored: report.scored, unscored: report.unscored })], ...words], widths: [110] },
    { name: t('sheet.bins'), rows: [[t('column.from'), t('column.to'), t('column.count'), t('column.outcome'), ...figures], ...bins], widths: [10, 10, 10, 36] },
    { name: t('sheet.groups'), rows: [[t('column.dimension'), t('column.group'), t('column.outcome'), ...figures, t('column.expected'), t('column.differs')], ...groups], widths: [20, 26, 36] },
  ])
}
