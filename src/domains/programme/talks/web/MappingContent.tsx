import { useFormat, useText } from '#web/i18n.tsx'
import type { Guidance } from './words.ts'

/** What one paper contains and what it leaves out. */
export function MappingContent({ paper }: { paper: Guidance['papers'][number] }) {
  const t = useText('talks')
  const { formatDate } = useFormat()
  return (
    <div className="talk-mapping">
      {paper.parts.length === 0 && <p>{t('mapping.nothing')}</p>}
      {paper.parts.map(({ part, lines }) => (
        <div key={part}><p><strong>{t(`place.${part}`)}</strong></p>
          <ul className="talk-known__lines">{lines.map(({ text, how, on }) => <li key={text}><bdi>{text}</bdi>{(how !== null || on !== null) && <> <small>({[how, on === null ? null : formatDate(on)].filter(Boolean).join(', ')})</small></>}</li>)}</ul></div>))}
      <p><strong>{t('mapping.leftOut')}:</strong> {paper.leftOut.map((one) => t(`leftOut.${one}`)).join(', ')}.</p>
    </div>
  )
}
