import { useFormat, useText } from '#web/i18n.tsx'
import { useNames } from '#web/names.ts'
import { Button } from '#web/ui/Button.tsx'
import { CefrBar } from '#web/ui/CefrBar.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { Language, LanguageLevel } from '../competence.schema.ts'
import type { Entry } from './EntryList.tsx'
import { evidenceTones, levelWord, pictured } from './words.ts'

type Props = { languages: readonly Language[]; onEdit?: (level: LanguageLevel) => void; onRemove?: (entry: Entry) => void }

function Level({ level, language, onEdit, onRemove }: { level: LanguageLevel; language: string } & Omit<Props, 'languages'>) {
  const t = useText('competence')
  const { formatDate } = useFormat()
  const name = `${language}, ${t(`skill.${level.skill}`)}`
  const entry: Entry = { id: level.id, title: name, facts: [], value: level }
  return (
    <li>
      <CefrBar label={t(`skill.${level.skill}`)} known={pictured(level.level)} words={t('level', { level: levelWord(level.level) })} />
      <span className="cluster competence-facts">
        <Tag tone={evidenceTones[level.evidence]}>{t(`evidence.${level.evidence}`)}</Tag>
        {level.assessedOn && formatDate(level.assessedOn)}{level.source && ` · ${level.source}`}
        {onEdit && <Button kind="quiet" icon="edit" iconOnly onClick={() => onEdit(level)}>{t('edit', { what: name })}</Button>}
        {onRemove && <Button kind="quiet" icon="bin" iconOnly onClick={() => onRemove(entry)}>{t('remove', { what: name })}</Button>}
      </span>
    </li>
  )
}

/** Each language: a picture for each skill as it stands now, and the way there behind it. */
export function LanguagePictures({ languages, onEdit, onRemove }: Props) {
  const t = useText('competence')
  const { languageName } = useNames()
  if (languages.length === 0) return <p className="unknown">{t('empty.language')}</p>
  return languages.map(({ language, now, history }) => (
    <div key={language} className="competence-language">
      <h3>{languageName(language)}</h3>
      <ul className="competence-levels">{now.map((level) => <Level key={level.id} level={level} language={languageName(language)} onEdit={onEdit} onRemove={onRemove} />)}</ul>
      {history.length > 0 && <details><summary>{t('history', { count: history.length })}</summary>
        <ul className="competence-levels">{history.map((level) => <Level key={level.id} level={level} language={languageName(language)} onRemove={onRemove} />)}</ul></details>}
    </div>
  ))
}
