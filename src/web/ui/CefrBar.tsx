import { useText } from '../i18n.tsx'

export const cefrLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const
export type CefrLevel = (typeof cefrLevels)[number]

type Props = { /** The skill: reading, listening, … */ label: string; known?: CefrLevel; asked?: CefrLevel; /** Said instead of the level: "mother tongue". */ words?: string }

/** A level in a language as a little picture: filled to what is known, marked where it is asked for. Says both in words. */
export function CefrBar({ label, known, asked, words: said }: Props) {
  const t = useText('shell')
  const filled = known === undefined ? -1 : cefrLevels.indexOf(known)
  const enough = asked === undefined || filled >= cefrLevels.indexOf(asked)
  const words = said ?? (asked === undefined ? known ?? t('unknown') : t('cefr.knownAsked', { known: known ?? t('unknown'), asked }))
  return (
    <div className="cefr" data-enough={enough}>
      <span className="cefr__label">{label}</span>
      <span className="cefr__track" aria-hidden="true">
        {cefrLevels.map((level, index) => <i key={level} data-filled={index <= filled} data-asked={level === asked} />)}
      </span>
      <span className="cefr__words">{words}</span>
    </div>
  )
}
