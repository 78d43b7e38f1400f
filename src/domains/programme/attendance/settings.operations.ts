import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { SaveSettingsInput } from './attendance.schema.ts'
import { loadSettings } from './settings.ts'

/** For how long a teacher may change what she registered. */
export const getAttendanceSettings = operation({
  permission: 'rules.manage', reads: true, input: z.object({}), output: SaveSettingsInput, subjects: () => [],
  async run({ tx }) {
    const { correctionDays, version } = await loadSettings(tx)
    return { correctionDays, version }
  },
})

export const saveAttendanceSettings = operation({
  permission: 'rules.manage', input: SaveSettingsInput, output: z.object({ version: z.int() }), subjects: () => [],
  async run(context, { correctionDays, version }) {
    const { stored } = await loadSettings(context.tx)
    return { version: await saveVersioned(context, 'municipality', { id: context.actor.municipalityId, version }, { settings: { ...stored, attendance: { correctionDays } } }) }
  },
})
