import type { Room } from '#domains/meetings/meeting.schema.ts'
import type { Html } from '#platform/page.ts'
import { Html as Markup, html } from '#platform/page.ts'
import { drawn } from '../pictures.ts'

const BOX = 34
const GAP = 14

/** Squares as far apart as the rooms are, no closer than they can be told from one another. */
function placed(rooms: readonly Room[]): { room: Room; column: number; row: number }[] {
  const order = (values: number[]): number[] => [...new Set(values)].toSorted((a, b) => a - b)
  const [columns, rows] = [order(rooms.map(({ x }) => x)), order(rooms.map(({ y }) => y))]
  return rooms.map((room) => ({ room, column: columns.indexOf(room.x), row: rows.length - 1 - rows.indexOf(room.y) }))
}

/** The rooms from above, where the municipality has said how they lie, with hers filled. The words beside it say the same. */
export function drawRooms(rooms: readonly Room[], own: Room): Html | false {
  const squares = placed(rooms)
  if (rooms.length < 2 || new Set(squares.map(({ column, row }) => `${column}/${row}`)).size < rooms.length) return false
  const [width, height] = [Math.max(...squares.map(({ column }) => column)), Math.max(...squares.map(({ row }) => row))].map((most) => (most + 1) * (BOX + GAP) + GAP)
  const square = ({ room, column, row }: typeof squares[number]): Html => html`<g class="${room.id === own.id ? 'map__own' : 'map__other'}" transform="translate(${GAP + column * (BOX + GAP)} ${GAP + row * (BOX + GAP)})"><rect width="${BOX}" height="${BOX}" rx="5"/><g transform="translate(5 5)">${drawn(room.picture, 24)}</g></g>`
  return new Markup(`<svg class="map" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false"><rect class="map__wall" x="2" y="2" width="${(width ?? 0) - 4}" height="${(height ?? 0) - 4}" rx="6"/>${squares.map(square).join('')}</svg>`)
}

type Place = { table: number; room: Room | null }

/** Where to go: the picture on the room's door with its name, the table with its number, and how the rooms lie. */
export const drawWhere = (words: { table: string; room: string }, { table, room }: Place, rooms: readonly Room[]): Html => html`<div class="where">
${room !== null && html`<p class="where__sign"><span class="where__door">${drawn(room.picture, 52)}</span><span>${words.room}<br><strong><bdi lang="nb">${room.name}</bdi></strong></span></p>`}
<p class="where__sign">${drawn('table', 44)}<span>${words.table}<br><strong class="where__table"><bdi dir="ltr">${table}</bdi></strong></span></p>${room !== null && drawRooms(rooms, room)}</div>`

/** A participant's number, as large as it is asked for all day. */
export const numberBadge = (number: number, size: 'large' | 'small'): Html => html`<strong class="badge" data-size="${size}"><bdi dir="ltr">${number}</bdi></strong>`
