import { fileAddress } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { Section } from '#web/ui/Section.tsx'

const kinds = ['guests', 'employers', 'doors'] as const

/** What is printed before the day: plans, lists, and the pictures for the doors. */
export function Papers({ dayId }: { dayId: string }) {
  const t = useText('meetings')
  return (
    <Section title={t('papers.title')} description={t('papers.help')}>
      <div className="cluster">
        {kinds.map((of) => <a key={of} className="ds-button" data-variant="secondary" href={fileAddress('meetings.getPapers', { dayId, of })} download><Icon name="file" />{t(`papers.${of}`)}</a>)}
      </div>
    </Section>
  )
}
