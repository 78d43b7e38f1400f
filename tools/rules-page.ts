import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogueOf } from '#domains/rules/index.ts'
import type { Catalogue } from '#domains/rules/catalogue.schema.ts'
import { valueOn } from '#rules/parameter.ts'
import { parameters } from '#rules/registry.ts'
import { LAW_AS_OF } from '#rules/rule.ts'
import { plainDate } from '#shared/date.ts'
import type { Used } from './rules-used.ts'
import { usedByRules } from './rules-used.ts'

const target = join(import.meta.dirname, '../docs/rules.md')
type Rule = Catalogue['rules'][number]
type Source = Rule['sources'][number]

const marked = ({ text, certainty, note }: Source): string => `${text} **${certainty}**${note === undefined ? '' : ` (${note})`}`
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
const number = (value: number): string => value.toLocaleString('nb-NO', { maximumFractionDigits: 6 }).replaceAll(' ', ' ')
const units: Record<string, string> = { NOK: 'kroner', 'NOK/year': 'kroner i året', 'NOK/month': 'kroner i måneden', percent: 'prosent', share: 'andel', hours: 'timer', days: 'dager', G: 'G', months: 'måneder' }

const factLabels = ({ facts }: Rule): string => Object.entries(facts['properties'] ?? {}).map(([name, one]: [string, { title?: string }]) => `${one.title ?? name} (\`${name}\`)`).join(' · ')

/** Names with their labels; nothing when there are none. */
function line(title: string, names: Iterable<string>, all: readonly { name: string; label: string }[]): string[] {
  const found = [...names].flatMap((name) => all.filter((one) => one.name === name)).map(({ name, label }) => `${label} (\`${name}\`)`)
  return found.length === 0 ? [] : [`- **${title}:** ${found.join(' · ')}`]
}

function aboutRule(rule: Rule, catalogue: Catalogue, used: Used | undefined): string {
  return [
    `### ${rule.title}`, '', `\`${rule.name}\` · utgave ${rule.version} · minst sikre kilde: **${rule.certainty}**`, '', rule.about, '',
    `- **Opplysninger:** ${factLabels(rule)}`,
    `- **Avgjørende dato:** ${rule.decidedBy.length === 0 ? 'dagen det spørres for' : rule.decidedBy.map(({ label, name }) => `${label} (\`${name}\`)`).join(' · ')}`,
    `- **Kilder:** ${rule.sources.map(marked).join(' · ')}`,
    `- **Kontrolleres før bruk av:** ${rule.checkedBy}`,
    ...line('Bygger på valg', used?.choices ?? [], catalogue.choices), ...line('Bruker satser', used?.values ?? [], catalogue.values), ...line('Endres når dette trer i kraft', used?.enacted ?? [], catalogue.enacted),
    `- **Prøvd med:** ${used?.sentences ?? 0} setninger`, '',
  ].join('\n')
}

function aboutValue({ name, label, unit, renews, values }: Catalogue['values'][number]): string {
  const built = parameters.find((one) => one.name === name)
  const isMissing = built !== undefined && valueOn(built, plainDate(LAW_AS_OF), []) === undefined
  return [
    `### ${label}`, '', `\`${name}\` · ${units[unit] ?? unit}${renews === undefined ? '' : ` · ny sats hvert år fra ${renews.slice(3)}.${renews.slice(0, 2)}.`}`, '',
    ...(isMissing ? [`**Ikke funnet for ${LAW_AS_OF}.** Kommunen legger den inn med kilde; til da svares det at det ikke kan avgjøres.`, ''] : []),
    ...(values.length === 0 ? [] : ['| Fra | Sats | Kilde |', '|---|---:|---|', ...values.map(({ from, value, source }) => `| ${from} | ${value === null ? 'opphevet' : number(value)} | ${cell(marked(source))} |`)]), '',
  ].join('\n')
}

const aboutChoice = ({ name, label, options, source, ask }: Catalogue['choices'][number]): string =>
  [`### ${label}`, '', `\`${name}\` · spør først: ${ask}`, '', marked(source), '', ...options.map((option) => `- ${option.label} (\`${option.value}\`)`), ''].join('\n')

const aboutEnacted = ({ name, label, source, asOf }: Catalogue['enacted'][number]): string => `- **${label}** (\`${name}\`): ${marked(source)}; ikke i kraft ${asOf}`

/** The whole page, written from the rules themselves. */
function rulesPage(): string {
  const listed = catalogueOf('nb')
  if (!listed.ok) throw new Error('The rules cannot be listed')
  const { value: catalogue } = listed
  const used = usedByRules()
  const topics = [...new Set(catalogue.rules.map(({ topicTitle }) => topicTitle))]
  const missing = parameters.filter((one) => valueOn(one, plainDate(LAW_AS_OF), []) === undefined).length
  return `# Reglene i Fotfeste

Skrevet av \`node start.mjs tools/rules-page.ts\` ut fra reglene selv; rett reglene i \`src/rules/\`, ikke denne siden. How to ask them from outside: [rules-api.md](rules-api.md).

Loven er lest slik den var ${LAW_AS_OF}. ${catalogue.rules.length} regler, ${catalogue.values.length} satser (${missing} uten tall for denne dagen), ${catalogue.choices.length} valg, ${catalogue.enacted.length} vedtatte regler som ikke var i kraft.

**V** lest i loven eller forskriften selv · **P** fra en offisiell eller seriøs side · **K** allmenn kunnskap · **U** uavklart: besvares aldri av seg selv, men er et valg kommunen tar.

Ingen regel erstatter den som har myndighet til å avgjøre. Den som er nevnt under «Kontrolleres før bruk av», skal ha sett på regelen før et vedtak bygger på den.

${topics.map((topic) => `## ${topic}\n\n${catalogue.rules.filter(({ topicTitle }) => topicTitle === topic).map((rule) => aboutRule(rule, catalogue, used.get(rule.name))).join('\n')}`).join('\n')}
## Satser

${catalogue.values.map(aboutValue).join('\n')}
## Valg

${catalogue.choices.map(aboutChoice).join('\n')}
## Vedtatt, ikke i kraft

${catalogue.enacted.map(aboutEnacted).join('\n') || 'Ingen.'}
`
}

/** Writes docs/rules.md; with `verify` nothing is written, and the answer is whether the committed page is current. */
export function writeRulesPage({ verify = false } = {}): boolean {
  const page = rulesPage()
  if (verify) return page === readFileSync(target, 'utf8')
  writeFileSync(target, page)
  return true
}

if (import.meta.main) writeRulesPage()
