import { useText } from '#web/i18n.tsx'
import { Section } from '#web/ui/Section.tsx'
import './openings.css'

/** An advertisement as the employer wrote it. The html was made safe by `cleanAdvertHtml` when it was read in. */
export function AdvertText({ html, link }: { html: string; link: string | null }) {
  const t = useText('opportunities')
  return (
    <Section title={t('advert.title')} description={t('advert.source')}
      actions={link && <a className="ds-link" href={link} rel="nofollow noopener noreferrer" target="_blank">{t('advert.link')}</a>}>
      <div className="advert" dangerouslySetInnerHTML={{ __html: html }} />
    </Section>
  )
}
