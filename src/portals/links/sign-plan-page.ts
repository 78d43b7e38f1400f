import { planOperations } from '#domains/programme/plan/index.ts'
import { perform } from '#platform/operation.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import { Refused } from '#platform/problem.ts'
import { drawPlan } from '../plan/draw-plan.ts'
import { drawWords, planNotice, signForm, wordsForm } from '../plan/plan-forms.ts'
import { planTexts } from '../plan/plan-texts.ts'
import type { LinkPage, Visit } from './link-page.ts'

const read = 'programme.getPlanForLink'
const say = 'programme.sayByPlanLink'
const sign = 'programme.signPlanByLink'

type Notice = Parameters<typeof planNotice>[1]
type Page = { title: string; body: Html }

/** Reading her plan, saying what she wants, and saying yes: for one who is not at the meeting. */
export const signPlanPage: LinkPage = {
  show: (visit) => planPage(visit),
  async act(visit, fields) {
    const { db, actor, now, locale } = visit
    if (fields['action'] === 'say') {
      if ((fields['words'] ?? '').trim() === '') return planPage(visit, 'words.missing')
      const input = { id: fields['id'] ?? '', words: fields['words'] ?? '' }
      return (await refusalOf(perform(db, planOperations[say], actor, { name: say, input, now, requestId: input.id }))) ? planPage(visit, 'words.enough') : planPage(visit, 'words.sent')
    }
    const name = fields['name']?.trim() ?? ''
    if (name.length < 2) return planPage(visit, 'sign.nameMissing')
    const input = { id: fields['id'] ?? '', revision: Number(fields['revision']), name }
    if (await refusalOf(perform(db, planOperations[sign], actor, { name: sign, input, now }))) return planPage(visit, 'sign.changed')
    return { title: planTexts(locale)('title'), body: planNotice(locale, 'sign.done') }
  },
}

const refusalOf = (asked: Promise<unknown>): Promise<Refused | undefined> => asked.then(() => undefined, (error: unknown) => {
  if (error instanceof Refused) return error
  throw error
})

const isolate = (name: string): string => `\u2068${name}\u2069`

async function planPage({ db, actor, now, locale }: Visit, notice?: Notice): Promise<Page> {
  const t = planTexts(locale)
  const { document, words, revision, maySign } = await perform(db, planOperations[read], actor, { name: read, input: { locale }, now })
  const action = `?lang=${locale}`
  return { title: t('title'), body: html`
${notice && planNotice(locale, notice)}
${document && html`<p class="lead">${t('linkLead', { person: isolate(document.person), municipality: isolate(document.municipality) })}</p>${drawPlan(document)}`}
${wordsForm(locale, action, notice === 'words.missing')}
${drawWords(locale, words)}
${maySign && signForm(locale, action, revision, notice === 'sign.nameMissing')}` }
}
