import { Html, html } from '#platform/page.ts'
import { picture } from '../pictures.ts'
import type { Floor } from './meeting-views.ts'

const STEP = 40
const SIDE = 30
const DOOR = 26

/** A room from above: the door at the bottom, the tables as they stand, hers filled, and the way there. The words beside it say the same. */
function map({ spots }: Floor, table: string): Html | false {
  const own = spots.find((spot) => spot.table === table)
  if (!own) return false
  const columns = Math.max(...spots.map(({ column }) => column))
  const rows = Math.max(...spots.map(({ row }) => row))
  const [width, height] = [columns * STEP + 20, rows * STEP + DOOR + 16]
  const x = (column: number): number => 10 + (column - 1) * STEP + (STEP - SIDE) / 2
  const y = (row: number): number => height - DOOR - 10 - row * STEP
  const [door, foot, lane] = [width / 2, height - 6, y(own.row) + SIDE + 5]
  const box = ({ table: label, column, row }: Floor['spots'][number]): string => `<g class="${label === table ? 'map__own' : 'map__other'}"><rect x="${x(column)}" y="${y(row)}" width="${SIDE}" height="${SIDE}" rx="4"/><text x="${x(column) + SIDE / 2}" y="${y(row) + SIDE / 2 + 5}">${html`${label}`.text}</text></g>`
  return new Html(`<svg class="map" viewBox="0 0 ${width} ${height}" style="--columns:${columns}" aria-hidden="true" focusable="false"><rect class="map__wall" x="2" y="2" width="${width - 4}" height="${height - 8}" rx="6"/>
<path class="map__door" d="M${door - 14} ${foot}h28"/><path class="map__way" d="M${door} ${foot - 4}V${lane}H${x(own.column) + SIDE / 2}v-3"/>${spots.map(box).join('')}</svg>`)
}

/** Where to go: a picture of the door with the room's name and of the table with its number, and the room from above where it is known. */
export function drawWhere(words: { table: string; room: string }, { table, room }: { table: string | null; room: string | null }, floor: Floor | undefined): Html {
  return html`<div class="where">${room !== null && html`<p class="where__sign">${picture('door', 40)}<span>${words.room}<br><strong><bdi lang="nb">${room}</bdi></strong></span></p>`}
${table !== null && html`<p class="where__sign">${picture('table', 40)}<span>${words.table}<br><strong class="where__table"><bdi dir="ltr">${table}</bdi></strong></span></p>`}</div>${table !== null && floor && map(floor, table)}`
}

/** A participant's number, as large as it is asked for all day. */
export const numberBadge = (number: number, size: 'large' | 'small'): Html => html`<strong class="badge" data-size="${size}"><bdi dir="ltr">${number}</bdi></strong>`
