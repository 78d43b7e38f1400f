import { useApi, type Output } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { usePathParam } from '#web/routing.ts'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PrintButton } from '#web/ui/PrintButton.tsx'
import './decision.css'
import { PaperMenu } from './PaperMenu.tsx'

type Document = Output<'programme.previewDecision'>['document']

const Parts = ({ parts }: { parts: Document['parts'] }) => <>{parts.map(({ heading, lines }) => <section key={heading}><h3>{heading}</h3>{lines.map((line) => <p key={line}>{line}</p>)}</section>)}</>
const Reasons = ({ heading, items }: { heading: string; items: Document['steps']['items'] }) => items.length === 0 ? null
  : <section><h3>{heading}</h3><ol>{items.map(({ text, source }, index) => <li key={`${index}${text}`}>{text} <small>({source})</small></li>)}</ol></section>

/** The decision as it stands on paper; also what is printed where no PDF can be made. */
function Paper({ document }: { document: Document }) {
  return (
    <article className="decision-paper" lang={document.lang}>
      <p><strong>{document.municipality}</strong></p>
      <h2>{document.title}</h2>
      <dl>{document.facts.map(({ label, value }) => <div key={label}><dt>{label}</dt><dd><bdi>{value}</bdi></dd></div>)}</dl>
      <section className="decision-paper__decided"><h3>{document.decidedHeading}</h3>{document.decided}</section>
      <section><h3>{document.groundsHeading}</h3><p className="decision-paper__words">{document.grounds}</p></section>
      <Reasons heading={document.steps.heading} items={document.steps.items} />
      <Reasons heading={document.judged.heading} items={document.judged.items} />
      {document.basis.items.length > 0 && <section><h3>{document.basis.heading}</h3><p>{document.basis.items.join('; ')}.</p></section>}
      <Parts parts={document.parts} />
      <p className="decision-paper__words">{document.signed}</p>
    </article>
  )
}

/** One decision: the paper, and the same as a file for the archive in the languages there are. */
export function DecisionPage() {
  const t = useText('decision')
  const [personId, decisionId] = [usePathParam('id'), usePathParam('decisionId')]
  const person = useApi('people.getPerson', { personId })
  const query = useApi('programme.previewDecision', { decisionId, locale: 'nb' })
  const name = person.data ? `${person.data.givenName} ${person.data.familyName}` : ''
  return (
    <>
      <PageHeader title={query.data?.document.title ?? t('decisions.title')} crumbs={[{ label: name, to: `/people/${personId}` }]} actions={<><PaperMenu decisionId={decisionId} /><PrintButton /></>} />
      <Loaded query={query} rows={10}>{({ document }) => <Paper document={document} />}</Loaded>
    </>
  )
}
