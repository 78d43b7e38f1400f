import type { Permission } from '#shared/permission.ts'
import type { ImportResult } from '#shared/import-result.ts'
import { upload } from '#web/api.ts'

type Send = (file: File, params: { dryRun: boolean; goodRows: boolean }, onProgress: (share: number) => void) => Promise<ImportResult>
export type ImportKind = { id: 'participants' | 'employers' | 'vacancies' | 'occupations' | 'esco' | 'families' | 'forecasts' | 'travelTimes' | 'postcodes'; permission: Permission; accept: string; send: Send; template?: string }

/** Everything that can be brought in from a file: one way for all. */
export const importKinds: readonly ImportKind[] = [
  { id: 'participants', permission: 'people.import', accept: '.xlsx,.csv', template: '/files/people.getTemplate', send: (file, params, sent) => upload('people.importParticipants', file, params, sent) },
  { id: 'employers', permission: 'employers.import', accept: '.json,.csv,.xlsx', send: (file, params, sent) => upload('employers.importEmployers', file, params, sent) },
  { id: 'vacancies', permission: 'opportunities.import', accept: '.json', send: (file, params, sent) => upload('opportunities.importVacancies', file, params, sent) },
  { id: 'occupations', permission: 'occupations.import', accept: '.json,.csv,.xlsx', send: (file, params, sent) => upload('competence.importOccupations', file, params, sent) },
  { id: 'esco', permission: 'occupations.import', accept: '.csv,.tsv,.xlsx', send: (file, params, sent) => upload('competence.importEsco', file, params, sent) },
  { id: 'families', permission: 'occupations.import', accept: '.csv,.xlsx', send: (file, params, sent) => upload('competence.importFamilies', file, params, sent) },
  { id: 'forecasts', permission: 'opportunities.import', accept: '.csv,.xlsx', send: (file, params, sent) => upload('opportunities.importForecasts', file, params, sent) },
  { id: 'travelTimes', permission: 'opportunities.import', accept: '.csv,.xlsx', send: (file, params, sent) => upload('matching.importTravelTimes', file, params, sent) },
  { id: 'postcodes', permission: 'opportunities.import', accept: '.csv,.xlsx', send: (file, params, sent) => upload('matching.importPostcodes', file, params, sent) },
]
