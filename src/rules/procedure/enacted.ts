import { plainDate } from '#shared/date.ts'
import { enacted } from '../choice.ts'
import { ref } from '../source.ts'

/** The new public administration act: enacted, and in force from the day the King decides. */
export const administrationAct2025 = enacted({ name: 'administrationAct2025', source: ref('FVL25'), asOf: plainDate('2026-07-02') })
