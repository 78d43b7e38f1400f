import type { FastifyInstance } from 'fastify'
import type { MyCourses } from '#domains/programme/courses/road.schema.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { dayText } from '#platform/texts.ts'
import type { CoursesText } from './courses-texts.ts'
import { coursesTexts } from './courses-texts.ts'
import { portalPage } from './frame.ts'
import type { Portal } from './portal.ts'
import { sendPage } from './portal.ts'
import { pictureOfKind } from '../pictures.ts'

const path = '/mine/courses'
type Step = MyCourses['steps'][number]
type Standing = MyCourses['standings'][number]
type Texts = ReturnType<typeof coursesTexts>

/** The drawing of an element: that of the kind of class it is given in. */
const drawnAs = (element: Step['element']): string => (element === null ? 'other' : element.startsWith('life_skills') ? 'life_skills' : element === 'work_or_education' ? 'course' : element)

/** How far she has come in an element with a number: hours, or meetings. */
function progress(t: Texts, { attended, credited, least, measure, state }: Standing): Html | false {
  if (state === 'exempt') return html`<p>${t('settled')}</p>`
  return least !== null && html`<p>${t(`progress.${measure}`, { done: attended + credited, least })}</p>`
}

const purposeOf = (t: Texts, element: Step['element'], purpose: string | null): Html | false => (element !== null ? html`<p>${t(`purpose.${element}`)}</p>` : purpose !== null && html`<p lang="nb" dir="auto">${purpose}</p>`)

function daysOf(t: Texts, locale: ServerLocale, { fromDate, toDate }: Step): Html | false {
  if (fromDate === null) return false
  const from = dayText(locale, fromDate)
  return html`<p class="plain__quiet">${toDate === null ? t('from', { from }) : t('fromTo', { from, to: dayText(locale, toDate) })}</p>`
}

const card = (t: Texts, locale: ServerLocale, step: Step, standing: Standing | undefined): Html => html`<li class="my-slot">${pictureOfKind(drawnAs(step.element))}<div>
<p class="my-slot__title"><strong><bdi lang="nb">${step.title}</bdi></strong></p>${step.element !== null && html`<p class="plain__quiet">${t(`element.${step.element}`)}</p>`}
${daysOf(t, locale, step)}${step.language.length > 0 && html`<p>${t('language', { languages: step.language.join(', ') })}</p>`}${purposeOf(t, step.element, step.purpose)}${standing && progress(t, standing)}</div></li>`

function part(t: Texts, locale: ServerLocale, heading: CoursesText, steps: readonly Step[], standings: readonly Standing[]): Html | false {
  return steps.length > 0 && html`<section><h2 class="ds-heading" data-size="xs">${t(heading)}</h2><ul class="my-slots">${steps.map((step) => card(t, locale, step, heading === 'done' ? undefined : standings.find(({ element }) => element === step.element)))}</ul></section>`
}

/** What is to come and has no class yet. */
function waiting(t: Texts, { steps, standings }: MyCourses): Html | false {
  const open = standings.filter(({ element, state }) => (state === 'lacking' || state === 'short') && !steps.some((step) => step.element === element && step.state !== 'done'))
  return open.length > 0 && html`<section><h2 class="ds-heading" data-size="xs">${t('waiting')}</h2><p>${t('waiting.help')}</p><ul class="my-slots">${open.map((one) => html`<li class="my-slot">${pictureOfKind(drawnAs(one.element))}<div>
<p class="my-slot__title"><strong>${t(`element.${one.element}`)}</strong></p><p>${t(`purpose.${one.element}`)}</p>${progress(t, one)}</div></li>`)}</ul></section>`
}

/** Her courses: what goes on, what comes, what is not set up yet, and what is done, each with what it is for. */
export function coursesPage(locale: ServerLocale, mine: MyCourses): string {
  const t = coursesTexts(locale)
  const of = (state: Step['state']): Step[] => mine.steps.filter((step) => step.state === state)
  const isEmpty = mine.steps.length === 0 && mine.standings.length === 0
  const body = html`<p>${t('lead')}</p>${isEmpty && html`<p>${t('none')}</p>`}
${part(t, locale, 'now', of('now'), mine.standings)}${part(t, locale, 'next', of('next'), mine.standings)}${waiting(t, mine)}${part(t, locale, 'done', of('done'), mine.standings)}`
  return portalPage({ locale, path, title: t('title'), body })
}

/** Her own courses, in her language. */
export function coursesPages(app: FastifyInstance, { visit, as }: Portal): void {
  app.get(path, async (request, reply) => {
    const { actor, locale } = await visit(request)
    return sendPage(reply, coursesPage(locale, await as(actor, 'programme.getMyCourses', {})))
  })
}
