import { randomUUID } from 'node:crypto'
import { AnswerInput } from '#domains/follow-up/evaluation.schema.ts'
import { followUpOperations } from '#domains/follow-up/index.ts'
import { perform } from '#platform/operation.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import { Refused } from '#platform/problem.ts'
import type { EvaluateText } from './evaluate-texts.ts'
import { evaluateTexts } from './evaluate-texts.ts'
import type { LinkPage, Visit } from './link-page.ts'

const read = 'followUp.getEvaluationForLink'
const answer = 'followUp.answerByLink'
type Fields = Record<string, string | undefined>
type Party = 'participant' | 'employer'
const partyOf = ({ actor }: Visit): Party => (actor.kind === 'employer' ? 'employer' : 'participant')

const words = (text: string | undefined): string | null => text?.trim() || null

/** The posted form as an answer; whether it is whole is for its shape to say. */
function answerFrom(party: Party, fields: Fields): unknown {
  const common = { wentWell: words(fields['wentWell']), didNot: words(fields['didNot']) }
  if (party === 'participant') return { id: randomUUID(), party, answers: { ...common, learned: words(fields['learned']), spokeNorwegian: fields['spokeNorwegian'], wasTreatedWell: fields['wasTreatedWell'], wantsToGoOn: fields['wantsToGoOn'] } }
  const skills = (fields['skills'] ?? '').split(/[\n,;]/).map((line) => line.trim()).filter((line) => line.length > 1).slice(0, 12)
  return { id: randomUUID(), party, answers: { ...common, nextTime: words(fields['nextTime']), wouldHostAgain: fields['wouldHostAgain'], isHired: fields['isHired'], notHiredReason: fields['isHired'] === 'no' ? fields['notHiredReason'] : null, skills, attest: fields['attest'] === 'on' } }
}

/** The few questions at the end: to the employer and to the participant, each their own. */
export const evaluatePage: LinkPage = {
  show: (visit) => questions(visit, {}),
  async act(visit, fields) {
    const t = evaluateTexts(visit.locale)
    const input = AnswerInput.safeParse(answerFrom(partyOf(visit), fields))
    if (!input.success) return questions(visit, fields, 'incomplete')
    try {
      await perform(visit.db, followUpOperations[answer], visit.actor, { name: answer, input: { answer: input.data }, now: visit.now })
    } catch (error) {
      if (error instanceof Refused) return questions(visit, fields, error.refusals.some(({ code }) => code === 'evaluation.whyNotHired') ? 'incomplete' : 'notOpen.text')
      throw error
    }
    return { title: t('done.title'), body: html`<p>${t('done.text')}</p>` }
  },
}

async function questions(visit: Visit, fields: Fields, problem?: EvaluateText): Promise<{ title: string; body: Html }> {
  const t = evaluateTexts(visit.locale)
  const party = partyOf(visit)
  const { personName, employerName, isOpen, isAnswered } = await perform(visit.db, followUpOperations[read], visit.actor, { name: read, input: { party }, now: visit.now })
  const names = { person: personName, employer: employerName }
  const title = t(`title.${party}`, names)
  if (!isOpen || isAnswered) return { title, body: html`<p class="ds-alert" data-color="info">${t('notOpen.text')}</p>` }
  const draw = drawer(visit, fields, names)
  return { title, body: html`
${problem && html`<div class="ds-alert" data-color="danger" role="alert"><p>${t(problem)}</p></div>`}
<p class="lead">${t(`intro.${party}`, names)}</p>
<form method="post" action="?lang=${visit.locale}">
${party === 'employer' ? employerQuestions(draw) : participantQuestions(draw)}
<div class="plain__actions"><button class="ds-button" data-color="accent" type="submit">${t('send')}</button></div>
</form>` }
}

type Drawer = ReturnType<typeof drawer>

const employerQuestions = ({ text, choice, tick }: Drawer): Html => html`${text('wentWell')}${text('didNot')}${text('nextTime')}${text('skills', 'skills.help')}
${choice('wouldHostAgain', ['yes', 'perhaps', 'no'])}${choice('isHired', ['yes', 'perhaps_later', 'no'])}
${choice('notHiredReason', ['need', 'vacancy', 'economy', 'language', 'skill', 'other'], false)}${tick('attest')}`

const participantQuestions = ({ text, choice }: Drawer): Html => html`${choice('spokeNorwegian', ['every_day', 'some_days', 'seldom'])}${choice('wasTreatedWell', ['yes', 'partly', 'no'])}
${choice('wantsToGoOn', ['same_work', 'other_work', 'education', 'do_not_know'])}${text('learned')}${text('wentWell')}${text('didNot')}`

/** Draws the fields, with what was answered before where the form comes back. */
function drawer({ locale }: Visit, fields: Fields, names: Record<string, string>) {
  const t = evaluateTexts(locale)
  type Question = 'wentWell' | 'didNot' | 'nextTime' | 'learned' | 'skills'
  type Choice = 'wouldHostAgain' | 'isHired' | 'notHiredReason' | 'spokeNorwegian' | 'wasTreatedWell' | 'wantsToGoOn'
  const text = (name: Question, help?: 'skills.help'): Html => html`<div class="question"><label class="ds-label" for="${name}">${t(name, names)}</label>
${help && html`<p id="${name}-help" class="plain__quiet">${t(help, names)}</p>`}<textarea class="ds-input" id="${name}" name="${name}" rows="3" maxlength="2000" dir="auto"${help && html` aria-describedby="${name}-help"`}>${fields[name]}</textarea></div>`
  // reason for the cast: every option of a choice has its text, which the messages test holds to all languages
  const optionText = (name: Choice, option: string): string => t(`${name}.${option}` as EvaluateText)
  const choice = (name: Choice, options: readonly string[], required = true): Html => html`<fieldset class="question"><legend>${t(name, names)}</legend>${options.map((option) =>
    html`<label class="option"><input class="ds-input" type="radio" name="${name}" value="${option}"${fields[name] === option && html` checked`}${required && html` required`}><span>${optionText(name, option)}</span></label>`)}</fieldset>`
  const tick = (name: 'attest'): Html => html`<div class="question"><label class="option"><input class="ds-input" type="checkbox" name="${name}"${fields[name] === 'on' && html` checked`}><span>${t(name)}</span></label></div>`
  return { text, choice, tick }
}
