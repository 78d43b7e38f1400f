import { proofOperations } from '#domains/competence/proof/index.ts'
import { Seen, SeenTasks } from '#domains/competence/proof/proof.schema.ts'
import { perform } from '#platform/operation.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import { Refused } from '#platform/problem.ts'
import type { LinkPage, Visit } from './link-page.ts'
import type { TasksText } from './tasks-texts.ts'
import { tasksTexts } from './tasks-texts.ts'

const read = 'competence.getTasksForLink'
const answer = 'competence.answerTasksByLink'
type Fields = Record<string, string | undefined>
type Task = { id: string; task: string }

/** A name keeps its own direction in a sentence of another. */
const isolate = (name: string): string => `\u2068${name}\u2069`
const field = ({ id }: Task): string => `task.${id}`
const load = ({ db, actor, now }: Visit) => perform(db, proofOperations[read], actor, { name: read, input: {}, now })

/** The few tasks the workplace is asked about: what she can do alone, with help, not yet; and who saw it. */
export const tasksPage: LinkPage = {
  show: (visit) => tasksOf(visit, {}),
  async act(visit, fields) {
    const t = tasksTexts(visit.locale)
    const { tasks } = await load(visit)
    const input = SeenTasks.safeParse({ seenBy: fields['seenBy'] ?? '', seenRole: fields['seenRole'] ?? '', tasks: tasks.flatMap((one) => (fields[field(one)] === undefined ? [] : [{ id: one.id, seen: fields[field(one)] }])) })
    if (!input.success) return tasksOf(visit, fields, 'incomplete')
    try {
      await perform(visit.db, proofOperations[answer], visit.actor, { name: answer, input: input.data, now: visit.now })
    } catch (error) {
      if (error instanceof Refused) return tasksOf(visit, fields, 'refused')
      throw error
    }
    return { title: t('done.title'), body: html`<p>${t('done.text')}</p>` }
  },
}

async function tasksOf(visit: Visit, fields: Fields, problem?: TasksText): Promise<{ title: string; body: Html }> {
  const t = tasksTexts(visit.locale)
  const { personName, employerName, isOpen, tasks } = await load(visit)
  const names = { person: isolate(personName), employer: isolate(employerName) }
  const title = t('title', names)
  if (!isOpen) return { title, body: html`<p class="ds-alert" data-color="info">${t('allSeen')}</p>` }
  const choice = (one: Task): Html => html`<fieldset class="question"><legend lang="nb" dir="auto">${one.task}</legend>${Seen.options.map((value) =>
    html`<label class="option"><input class="ds-input" type="radio" name="${field(one)}" value="${value}"${fields[field(one)] === value && html` checked`}><span>${t(`seen.${value}`)}</span></label>`)}</fieldset>`
  const text = (name: 'seenBy' | 'seenRole', complete: string): Html => html`<div class="question"><label class="ds-label" for="${name}">${t(name)}</label><input class="ds-input" id="${name}" name="${name}" value="${fields[name]}" maxlength="120" autocomplete="${complete}" required></div>`
  return { title, body: html`
${problem && html`<div class="ds-alert" data-color="danger" role="alert"><p>${t(problem)}</p></div>`}
<p class="lead">${t('intro', names)}</p>
<form method="post" action="?lang=${visit.locale}">
${tasks.map(choice)}${text('seenBy', 'name')}${text('seenRole', 'organization-title')}
<p class="plain__quiet">${t('shown', names)}</p>
<div class="plain__actions"><button class="ds-button" data-color="accent" type="submit">${t('send')}</button></div></form>` }
}
