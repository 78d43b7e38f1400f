/** Our own drawings, 24 × 24, one stroke. Two-way ones are turned in right-to-left by `.icon--turns`. */
const drawings = {
  today: 'M5 6.5h14v13H5zM5 10.5h14M9 4v4M15 4v4M9 15l2 2 4-4',
  people: 'M9 11.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4M3.5 19c.4-3.2 2.6-5 5.5-5s5.1 1.8 5.5 5M15.5 11.2a2.8 2.8 0 1 0-.6-5.5M17 14.3c2 .5 3.3 2.1 3.6 4.7',
  person: 'M12 11.5a3.6 3.6 0 1 0 0-7.2 3.6 3.6 0 0 0 0 7.2M5 20c.5-3.9 3.3-6 7-6s6.5 2.1 7 6',
  family: 'M8 10a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 8 10M16 10a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4M12 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4M3.5 18c.2-2.8 1.6-4.6 4-5M20.5 18c-.2-2.8-1.6-4.6-4-5M8.6 20.5c.3-1.7 1.6-2.6 3.4-2.6s3.1.9 3.4 2.6',
  employer: 'M4.5 20V6.5l8-2.5v16M12.5 9.5h7V20M3 20h18M7.5 9.5h2M7.5 13h2M7.5 16.5h2M15.5 13h1.5M15.5 16.5h1.5',
  place: 'M12 21s6.5-5.6 6.5-11a6.5 6.5 0 0 0-13 0c0 5.4 6.5 11 6.5 11M12 12.300a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6',
  placement: 'M3.5 12.5 8 8l4 2.500L16 8l4.5 4.500M8 8 5.5 6M16 8l2.5-2M6.5 15l3.5 3.500c1 .8 2 .8 3 0L17.5 14',
  import: 'M12 4v10M8 10.500l4 4 4-4M4.5 16v3.500h15V16',
  mail: 'M4 6.500h16v11.500H4zM4.5 7l7.5 6 7.5-6',
  roles: 'M12 3.500l7 2.500v5.500c0 4.3-2.8 7.4-7 9-4.2-1.6-7-4.7-7-9V6zM9 11.800l2.2 2.200L15.2 10',
  jobs: 'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6M12 3.500v3M12 17.500v3M3.5 12h3M17.5 12h3M6 6l2.1 2.100M15.9 15.9 18 18M6 18l2.1-2.100M15.9 8.1 18 6',
  audit: 'M6 4h9l3.5 3.500V20H6zM9 10h6M9 13.500h6M9 17h3.5',
  interpreter: 'M3.5 5h10v7.500H8l-3 2.500v-2.500H3.500zM16.500 9h4v7.500H19v2.500l-3-2.500h-5V15.500M6.5 8.800h4',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M15.3 15.3 20.5 20.5',
  spread: 'M4 12h4l6-6h5M8 12h11M8 12l6 6h5',
  question: 'M12 20.500a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M9.500 9.800a2.500 2.500 0 1 1 3.800 2.100c-.9.600-1.300 1-1.300 2.100M12 16.800v.1',
  wish: 'M12 20S4.500 15.500 4.500 9.800a3.900 3.900 0 0 1 7.500-1.500 3.900 3.900 0 0 1 7.500 1.500C19.500 15.500 12 20 12 20',
  neighbours: 'M3 19.500v-6l4-3.500 4 3.500v6zM13 19.500v-10L17 6l4 3.500v10z',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  edit: 'M5 19l.8-3.800L15.5 5.500l3 3L8.8 18.200zM13.5 7.500l3 3',
  bin: 'M5 7h14M9.5 7V4.500h5V7M7 7l.8 13h8.400L17 7M10.5 10.500v6M13.5 10.500v6',
  check: 'M5 12.500l4.5 4.500L19.5 7',
  warning: 'M12 4.5 21 19.500H3zM12 10v4.500M12 17.200v.1',
  info: 'M12 20.500a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M12 11v5.500M12 7.700v.1',
  clock: 'M12 20.500a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M12 7v5.500l3.5 2',
  calendar: 'M5 6.500h14v13H5zM5 10.500h14M9 4v4M15 4v4',
  phone: 'M7 4.500l3 .5 1 4-2 1.500c1 2.2 2.3 3.5 4.5 4.500l1.5-2 4 1 .5 3c0 1.5-1 2.5-2.5 2.500C10.5 19 5 13.5 4.5 7 4.5 5.5 5.5 4.5 7 4.5',
  file: 'M6.5 3.500H14l4 4v13h-11.500zM13.5 4v4h4',
  print: 'M7.5 9V4h9v5M7.5 17H4.500V9h15v8h-3M7.5 14h9v6h-9z',
  link: 'M10 14l4-4M8.5 11 6 13.500a3.2 3.2 0 0 0 4.5 4.500L13 15.500M11 8.5 13.5 6A3.2 3.2 0 0 1 18 10.500L15.5 13',
  chevron: 'M9.5 6l6 6-6 6',
  down: 'M6 9.500l6 6 6-6',
  more: 'M5.2 12a.8.8 0 1 0 1.6 0 .8.8 0 1 0-1.6 0M11.2 12a.8.8 0 1 0 1.6 0 .8.8 0 1 0-1.6 0M17.2 12a.8.8 0 1 0 1.6 0 .8.8 0 1 0-1.6 0',
  filter: 'M4 6h16l-6 7.500V19l-4-2v-3.500z',
  lock: 'M6.5 11h11v9h-11zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  out: 'M13.5 4.500H5.500v15h8M10.5 12h10M17 8.500l3.5 3.5-3.5 3.5',
} as const

export type IconName = keyof typeof drawings

const turning: readonly IconName[] = ['chevron', 'out']

/** A small drawing beside a word. It says nothing by itself: whoever uses it alone gives its button a name. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg className={turning.includes(name) ? 'icon icon--turns' : 'icon'} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  )
}

/** Every drawing there is. */
export const iconNames = Object.keys(drawings).filter((name): name is IconName => name in drawings)
