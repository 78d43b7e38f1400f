import { useFindText, useText } from '#web/i18n.tsx'
import { useNames } from '#web/names.ts'
import type { FactChange, MoveReason } from '../list.schema.ts'

/** A changed fact in words: "norsk, samtale: fra A2 til B1". */
export function useFactText(): (change: FactChange) => string {
  const t = useText('lists')
  const find = useFindText()
  const { languageName } = useNames()
  return (change) => {
    switch (change.is) {
      case 'level': {
        const params = { language: languageName(change.language), skill: find(`skill.${change.skill}`, 'matching') ?? change.skill, to: change.to }
        return change.from === null ? t('fact.mapped', params) : t('fact.level', { ...params, from: change.from })
      }
      case 'paper': case 'skill': return t(change.isGone ? `fact.${change.is}.gone` : `fact.${change.is}`, { name: change.name })
      case 'work': return t('fact.work')
      case 'wish': return t('fact.wish')
      case 'frame': return t(`fact.frame.${change.what}`)
    }
  }
}

/** Why a place stands elsewhere than it did. */
export function useReasonText(): (reason: MoveReason) => string {
  const t = useText('lists')
  const factText = useFactText()
  return (reason) => {
    switch (reason.is) {
      case 'person': return factText(reason.change)
      case 'seats': return t('reason.seats', { from: reason.from, to: reason.to })
      case 'opening': return t('reason.opening')
      case 'weights': return t('reason.weights')
      case 'day': return t('reason.day')
      case 'others': return t('reason.others')
    }
  }
}
