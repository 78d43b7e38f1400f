import { CEFR_LEVELS, LANGUAGE_SKILLS } from '#shared/cefr.ts'
import { useText } from '#web/i18n.tsx'
import { cefrLevels, type CefrLevel } from '#web/ui/CefrBar.tsx'
import type { Tone } from '#web/ui/Tag.tsx'
import type nb from '../messages/nb.json'
import { CANNOT, EVIDENCE, TRANSPORT, type Evidence } from '../competence.schema.ts'

declare module '#web/catalogues.ts' { interface Messages { competence: typeof nb } }

export const evidenceTones: Record<Evidence, Tone> = { claimed: 'neutral', documented: 'info', tested: 'accent', observed: 'success' }
export const pictured = (level: string): CefrLevel | undefined => (level === 'native' ? 'C2' : cefrLevels.find((one) => one === level))

/** A level as the message picks it: `A1-` is no key there. */
export const levelWord = (level: string): string => (level === 'A1-' ? 'below' : level)

/** The closed lists of the slice as options to choose from. */
export function useChoices() {
  const t = useText('competence')
  return {
    evidence: EVIDENCE.map((value) => ({ value, label: t(`evidence.${value}`), description: t(`evidence.help.${value}`) })),
    skills: LANGUAGE_SKILLS.map((value) => ({ value, label: t(`skill.${value}`) })),
    levels: [...CEFR_LEVELS, 'native' as const].map((value) => ({ value, label: t('level', { level: levelWord(value) }) })),
    certificates: (['driving_licence', 'trade_certificate', 'authorisation', 'course'] as const).map((value) => ({ value, label: t(`certificate.${value}`) })),
    transport: TRANSPORT.map((value) => ({ value, label: t(`transport.${value}`) })),
    cannot: CANNOT.map((value) => ({ value, label: t(`cannot.${value}`) })),
    nus: Array.from({ length: 10 }, (_, value) => ({ value: String(value), label: t('nus', { level: String(value) }) })),
  }
}
