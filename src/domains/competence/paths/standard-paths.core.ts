import type { PathForm, PathStep, SavePathInput } from './path.schema.ts'

/** Trades we ship roads for: what is searched for by STYRK-08, where one begins, and the forms that are usual. Whether a form is offered where she lives is for the county to say. */
export const TRADES = [
  { key: 'health', occupationCode: '5321', startCode: '5329', forms: ['on_the_job', 'practice_candidate', 'modules', 'apprentice'] }, { key: 'child', occupationCode: '5311', startCode: null, forms: ['on_the_job', 'practice_candidate', 'apprentice'] },
  { key: 'cleaning', occupationCode: '9112', startCode: null, forms: ['on_the_job', 'practice_candidate', 'modules'] }, { key: 'institution_cook', occupationCode: '5120', startCode: '9412', forms: ['on_the_job', 'practice_candidate', 'modules'] },
  { key: 'cook', occupationCode: '5120', startCode: '9412', forms: ['apprentice', 'on_the_job', 'training_candidate'] }, { key: 'logistics', occupationCode: '4321', startCode: '9334', forms: ['on_the_job', 'practice_candidate', 'modules'] },
  { key: 'carpentry', occupationCode: '7115', startCode: '9313', forms: ['apprentice', 'on_the_job', 'practice_candidate'] }, { key: 'industrial_mechanic', occupationCode: '7233', startCode: null, forms: ['apprentice', 'practice_candidate'] },
] as const satisfies readonly { key: string; occupationCode: string; startCode: string | null; forms: readonly PathForm[] }[]
export type TradeKey = (typeof TRADES)[number]['key']

type Words = { trade: (key: TradeKey) => string; step: (form: PathForm, kind: PathStep['kind']) => string | null; text: (form: PathForm, part: 'requirements' | 'adaptations' | 'paidBy' | 'ask' | 'unconfirmed') => string }

/** The steps of each form with usual months. Counties decide otherwise here and there, and the road says what is to be asked. */
const steps: Record<PathForm, readonly [PathStep['kind'], number | null][]> = {
  on_the_job: [['assistant', null], ['norwegian', null], ['practice', 12], ['training', 24], ['exam', null], ['trade_test', null]],
  practice_candidate: [['assistant', null], ['norwegian', null], ['practice', 60], ['exam', null], ['trade_test', null]],
  modules: [['assistant', null], ['norwegian', null], ['theory', null], ['training', null], ['trade_test', null]],
  apprentice: [['assistant', null], ['norwegian', null], ['theory', 24], ['training', 24], ['trade_test', null]],
  training_candidate: [['assistant', null], ['norwegian', null], ['training', 24], ['trade_test', null]],
}
const usual: Partial<Record<PathForm, number>> = { on_the_job: 36, practice_candidate: 60, apprentice: 48 }
/** Where we begin: employers and counties set it, and it is to be confirmed. */
const NORWEGIAN = { full: { listening: 'B1', reading: 'B1', writing: 'B1', oral: 'B1' }, less: { listening: 'A2', reading: 'A2', writing: null, oral: 'A2' } } as const

/** A road we ship, ready to be taken in and changed. It is never confirmed before somebody has asked the county. */
export function standardPath(id: string, { key, occupationCode, startCode }: (typeof TRADES)[number], form: PathForm, words: Words): SavePathInput {
  return {
    id, trade: words.trade(key), occupationCode, startCode, form, usualMonths: usual[form] ?? null, isActive: true, confirmedOn: null, confirmedWith: null,
    steps: steps[form].map(([kind, months]) => ({ id: kind, kind, months, note: words.step(form, kind), levels: kind === 'norwegian' ? (form === 'training_candidate' ? NORWEGIAN.less : NORWEGIAN.full) : null })),
    requirements: words.text(form, 'requirements'), adaptations: words.text(form, 'adaptations'), paidBy: words.text(form, 'paidBy'), ask: words.text(form, 'ask'), unconfirmed: words.text(form, 'unconfirmed'),
  }
}
