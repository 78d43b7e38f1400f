import { roomPictures } from '#domains/meetings/room-picture.core.ts'
import { Html } from '#platform/page.ts'

/** Our own drawings, 24 × 24, one stroke, for those who would rather look than read (LAN-06); they say nothing the words do not. */
const drawings = {
  // what one takes part in
  norwegian: 'M4 5.500c3-1.200 5.500-.8 8 1 2.500-1.800 5-2.200 8-1V18c-3-1.200-5.500-.8-8 1-2.500-1.800-5-2.200-8-1zM12 6.500V19',
  social_studies: 'M4 10 12 5l8 5M6 10v8M10 10v8M14 10v8M18 10v8M4 18.500h16',
  life_skills: 'M12 20s-7-4.200-7-9.500A3.900 3.900 0 0 1 12 8a3.900 3.900 0 0 1 7 2.500C19 15.800 12 20 12 20',
  parental_guidance: 'M8 10a2.700 2.700 0 1 0 0-5.400A2.700 2.700 0 0 0 8 10M16 12a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400M3.500 19c.2-3.600 2-5.600 4.500-5.600s4.300 2 4.500 5.600M13.500 19c.2-2.400 1-3.800 2.500-3.800s2.800 1.400 3 3.800',
  work: 'M4 8.500h16V19H4zM9 8.500V6h6v2.500M4 13h16',
  family: 'M4 11.500 12 5l8 6.500M6 10.500V19h12v-8.500M10 19v-5h4v5',
  health: 'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17M12 8v8M8 12h8',
  other: 'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17M12 7v5.500l3.500 2',
  // what a page or a part of it is about
  week: 'M4 6h16v14H4zM4 10.500h16M8.500 3.500V8M15.500 3.500V8M8 14h3M13.500 14h2.500M8 17h3',
  plan: 'M6 21V4M6 4.500h11l-2.500 4 2.500 4H6',
  money: 'M3.500 7h17v10.500h-17zM12 15a2.700 2.700 0 1 0 0-5.400 2.700 2.700 0 0 0 0 5.400M6.500 10v4.500M17.500 10v4.500',
  municipality: 'M4 19.500h16M5.500 19.500V9l6.500-4 6.500 4v10.500M9 19.500v-5h6v5M9 11h6',
  coins: 'M12 11c3.900 0 7-1.300 7-3s-3.100-3-7-3-7 1.300-7 3 3.100 3 7 3M5 8v4c0 1.700 3.100 3 7 3s7-1.300 7-3V8M5 12v4c0 1.700 3.100 3 7 3s7-1.300 7-3v-4',
  place: 'M12 21c4.500-4.800 6.500-8.200 6.500-11a6.500 6.500 0 1 0-13 0c0 2.800 2 6.200 6.500 11M12 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5',
  bus: 'M5 5h14v11.500H5zM5 11.500h14M8 16.500v2.500M16 16.500v2.500M8 14h.1M16 14h.1',
  letter: 'M3.500 6h17v12.500h-17zM3.500 7l8.500 6.500L20.500 7',
  handOver: 'M3.500 12h14M13 7l5 5-5 5M20.500 5v14',
  eye: 'M2.500 12c2.500-4.300 5.700-6.500 9.500-6.500s7 2.200 9.500 6.500c-2.500 4.300-5.700 6.500-9.500 6.500S5 16.300 2.500 12M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6',
  decision: 'M6 3.500h8.500L18 7v13.500H6zM14 3.500V7.500h4M9 12l2 2 4-4M9 17.500h6',
  courses: 'M3 9.500 12 5l9 4.500-9 4.500zM7 12v4.500c3 2 7 2 10 0V12M21 9.500V15',
  talk: 'M3.500 5h11v8.500H9L6 16v-2.500H3.500zM17 9h3.500v8.500H18V20l-3-2.500h-4.500V16',
  interpreter: 'M3.500 4.500h9v7H9L6.500 14v-2.500h-3zM11.500 16.500v-2h9v-7h-5M20.500 14.500v2h-2.500l-2.500 3v-3h-4M6 8h4',
  diploma: 'M4 5h16v10.500H4zM7.500 8.500h9M7.500 11.500h5M15 13.500a2 2 0 1 0 .1 0M13.700 16.800 13 21l2-1.200 2 1.200-.7-4.200',
  sign: 'M4 20c2.500-3 4-3 5 0 1.200-1.500 2.300-1.500 3.500 0h7.500M14.500 12.500l5-7-2-1.500-5 7-.3 2.600z',
  ask: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M9.200 9.500a2.800 2.800 0 1 1 3.900 2.600c-.8.4-1.100.9-1.100 1.900M12 17.200v.1',
  more: 'M5 5h5v5H5zM14 5h5v5h-5zM5 14h5v5H5zM14 14h5v5h-5z',
  tick: 'M4.500 12.500 10 18 20 6.500',
  // a meeting day
  table: 'M3 9.500h18M5 9.500V19M19 9.500V19M9 9.500c0-3 1.300-4.500 3-4.500s3 1.500 3 4.500',
  door: 'M6 20.500V3.500h12v17M3.500 20.500h17M14.500 11.500v1.500',
  heart: 'M12 19.500s-7.500-4.500-7.500-9.700A4 4 0 0 1 12 7.600a4 4 0 0 1 7.500 2.200c0 5.200-7.500 9.700-7.500 9.700',
  no: 'M5.500 5.500l13 13M18.500 5.500l-13 13',
  maybe: 'M4 13c2.500-4 5-4 8 0s5.500 4 8 0',
  clock: 'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17M12 7v5.500l3.500 2',
  noNetwork: 'M3 9c5.500-5 12.500-5 18 0M6.500 13c3.300-3 7.700-3 11 0M10 16.500c1.200-1.100 2.800-1.100 4 0M4 3.500l16 17',
  meeting: 'M7 11a2.600 2.600 0 1 0 0-5.200A2.600 2.600 0 0 0 7 11M17 11a2.600 2.600 0 1 0 0-5.200A2.600 2.600 0 0 0 17 11M3 18.500c.2-3.200 1.700-5 4-5s3.800 1.800 4 5M13 18.500c.2-3.200 1.700-5 4-5s3.800 1.800 4 5M9.500 14.500h5',
  ...roomPictures,
  listen: 'M4 9.500h3.500L12 5.500v13l-4.500-4H4zM15 9.200c1.500 1.600 1.500 4 0 5.600M17.700 6.500c3 3 3 8 0 11',
} as const
export type PictureName = keyof typeof drawings

const work: readonly string[] = ['work_practice', 'language_practice', 'part_time_work', 'nav_measure', 'course', 'work_training', 'wage_subsidy', 'trainee', 'ordinary_job', 'apprenticeship', 'voluntary']
const isDrawn = (kind: string): kind is PictureName => Object.hasOwn(drawings, kind)

/** One drawing, `size` pixels wide; hidden from those who listen, who have the words. */
export const picture = (name: PictureName, size: number): Html =>
  new Html(`<svg class="picture" width="${size}" height="${size}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${drawings[name]}"/></svg>`)

/** Drawings that a page shows many times, drawn once: they stand at its beginning. */
export const sprite = (...names: readonly PictureName[]): Html =>
  new Html(`<svg width="0" height="0" aria-hidden="true" focusable="false" class="sprite">${names.map((name) => `<symbol id="p-${name}" viewBox="0 0 24 24"><path d="${drawings[name]}"/></symbol>`).join('')}</svg>`)

/** A drawing of the page's sprite. */
export const drawn = (name: PictureName, size: number): Html => new Html(`<svg class="picture" width="${size}" height="${size}" aria-hidden="true"><use href="#p-${name}"/></svg>`)

/** The drawing beside a stretch of her day. */
export const pictureOfKind = (kind: string): Html => picture(work.includes(kind) ? 'work' : isDrawn(kind) ? kind : 'other', 40)
