import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { usePathParam } from '#web/routing.ts'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PrintButton } from '#web/ui/PrintButton.tsx'
import { needGuide } from '../need.schema.ts'
import './employers.css'

/** The guide for the talk on one printed page, with what the last talk gave. The visitor writes; the employer talks. */
export function NeedGuidePage() {
  const t = useText('employers')
  const { formatDate } = useFormat()
  const employer = useApi('employers.getEmployer', { employerId: usePathParam('id') })
  return (
    <Loaded query={employer} rows={10}>{(data) => {
      const last = data.needs[0]
      return (
        <>
          <PageHeader title={t('need.title', { name: data.name })} crumbs={[{ label: t('list.title'), to: '/employers' }, { label: <bdi>{data.name}</bdi>, to: `/employers/${data.id}` }]}
            description={last && t('needs.confirmed', { day: formatDate(last.confirmedOn) })} actions={<PrintButton />} />
          <div className="guide">
            {needGuide.map(({ heading, questions }) => (
              <section key={heading}>
                <h2>{t(`guide.${heading}`)}</h2>
                {questions.map((question) => (
                  <div key={question}>
                    <p className="guide__question">{t(`need.${question}`)}</p>
                    {last?.answers[question] !== null && last !== undefined && <p>{last.answers[question]}</p>}
                    <div className="guide__lines" aria-hidden="true" />
                  </div>
                ))}
              </section>
            ))}
          </div>
        </>
      )
    }}</Loaded>
  )
}
