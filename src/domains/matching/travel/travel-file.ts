import type { FileReading } from '#shared/file-reading.ts'
import { day, fourDigits, bare, number, readTable, words, type TableSpec } from '#platform/read-table.ts'
import type { Cell } from '#platform/sheets.ts'
import type { Way } from '../facts.schema.ts'
import { PostcodeRow, TravelTimeRow } from './travel.schema.ts'

const WAY_WORDS: Record<Way, readonly string[]> = { walk: ['ga', 'gange', 'tilfots', 'walk'], bicycle: ['sykkel', 'bicycle'], public: ['kollektiv', 'kollektivt', 'kollektivtransport', 'buss', 'public', 'transit'], car: ['bil', 'vei', 'veg', 'car', 'road'] }
const wayOf = (cell: Cell | undefined): string => (['walk', 'bicycle', 'public', 'car'] as const).find((way) => WAY_WORDS[way].includes(bare(words(cell)))) ?? words(cell)

const times: TableSpec<TravelTimeRow> = {
  row: TravelTimeRow, optional: [], codes: { noHeader: 'travel.noTimesHeader', cell: 'travel.cell', twice: 'travel.twice' }, keyOf: ({ fromPostcode, toPostcode, way }) => `${fromPostcode} ${toPostcode} ${way}`,
  columns: { fromPostcode: ['fra', 'fra postnummer', 'frå', 'frå postnummer', 'from', 'from postcode'], toPostcode: ['til', 'til postnummer', 'to', 'to postcode'], way: ['måte', 'reisemåte', 'way', 'mode'], minutes: ['minutter', 'minutt', 'minutes'], source: ['kilde', 'kjelde', 'source'], measuredOn: ['dato', 'date'] },
  read: { fromPostcode: fourDigits, toPostcode: fourDigits, way: wayOf, minutes: number, source: words, measuredOn: day },
}
const spots: TableSpec<PostcodeRow> = {
  row: PostcodeRow, optional: ['place'], codes: { noHeader: 'travel.noSpotsHeader', cell: 'travel.cell', twice: 'travel.twice' }, keyOf: ({ postcode: code }) => code,
  columns: { postcode: ['postnummer', 'postnr', 'postcode'], place: ['poststed', 'stad', 'place'], latitude: ['breddegrad', 'breiddegrad', 'latitude', 'lat'], longitude: ['lengdegrad', 'longitude', 'lon'], source: ['kilde', 'kjelde', 'source'], measuredOn: ['dato', 'date'] },
  read: { postcode: fourDigits, place: (cell) => words(cell) || null, latitude: number, longitude: number, source: words, measuredOn: day },
}

/** Reads a table of travel times: fra, til (postcodes), måte (gå, sykkel, kollektiv, bil), minutter, kilde, dato. */
export const readTravelTimes = (bytes: Uint8Array): Promise<FileReading<TravelTimeRow>> => readTable(bytes, times)
/** Reads where postcodes lie: postnummer, poststed (may be left out), breddegrad, lengdegrad, kilde, dato. */
export const readPostcodes = (bytes: Uint8Array): Promise<FileReading<PostcodeRow>> => readTable(bytes, spots)
