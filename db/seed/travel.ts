import type { Tx } from '#platform/db.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays } from '#shared/date.ts'
import { insertAll } from './write.ts'

/** Minutes between the invented towns; the way to and from Elvedal is in no table, so it is estimated from a straight line. */
const legs = [
  ['9990', '9990', 'walk', 18], ['9990', '9990', 'bicycle', 8], ['9990', '9990', 'public', 14], ['9990', '9990', 'car', 6], ['9991', '9991', 'walk', 15], ['9991', '9991', 'public', 12],
  ['9990', '9991', 'public', 48], ['9990', '9991', 'car', 27], ['9991', '9990', 'public', 52], ['9991', '9990', 'car', 27],
] as const
const spots = [['9990', 'FJORDVIK', 62.45, 6.2], ['9991', 'NORDVÅG', 62.58, 6.45], ['9992', 'ELVEDAL', 62.3, 6.6]] as const

/** What the invented municipality knows of travel times. */
export async function writeTravel(tx: Tx, today: PlainDate): Promise<void> {
  await insertAll(tx, 'travelTime', legs.map(([fromPostcode, toPostcode, way, minutes]) => ({ fromPostcode, toPostcode, way, minutes, source: way === 'public' ? 'Ruteheftet for Fjordregionen' : 'Kommunens kart', measuredOn: addDays(today, way === 'public' ? -40 : -300) })))
  await insertAll(tx, 'postcodeSpot', spots.map(([postcode, place, latitude, longitude]) => ({ postcode, place, latitude, longitude, source: 'Kommunens kart', measuredOn: addDays(today, -300) })))
}
