type Rgb = readonly [number, number, number]

const WHITE: Rgb = [255, 255, 255]
const BLACK: Rgb = [0, 0, 0]
/** Where a municipality has chosen no colour, or none that can be read. */
export const DEFAULT_ACCENT = '#12564d'

/** Reads `#rrggbb`; undefined for anything else. */
export function readHex(hex: string): Rgb | undefined {
  const found = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(hex.trim())
  if (!found) return undefined
  const [red = 0, green = 0, blue = 0] = found.slice(1).map((part) => Number.parseInt(part, 16))
  return [red, green, blue]
}

const toHex = (colour: Rgb): string => `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

const mix = (a: Rgb, b: Rgb, share: number): Rgb => [
  a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share,
]

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const value = part / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/** The colour, darkened until white text on it has the contrast asked for. */
function darkUntil(colour: Rgb, least: number): Rgb {
  for (let share = 0; share < 1; share += 0.02) {
    const darker = mix(colour, BLACK, share)
    if (contrast(darker, WHITE) >= least) return darker
  }
  return BLACK
}

/**
 * The accent scale of Designsystemet from one colour of the municipality's. White on it, and it on white, always has
 * enough contrast, whatever was chosen.
 */
export function accentVariables(hex: string): Record<string, string> {
  const chosen = readHex(hex) ?? readHex(DEFAULT_ACCENT) ?? BLACK
  const base = darkUntil(chosen, 5.6)
  const strong = darkUntil(mix(base, BLACK, 0.12), 7.5)
  const tint = (share: number): string => toHex(mix(WHITE, base, share))
  const scale: Record<string, string> = {
    'background-default': '#ffffff', 'background-tinted': tint(0.04),
    'surface-default': '#ffffff', 'surface-tinted': tint(0.09), 'surface-hover': tint(0.16), 'surface-active': tint(0.24),
    'border-subtle': tint(0.34), 'border-default': toHex(base), 'border-strong': toHex(strong),
    'text-subtle': toHex(base), 'text-default': toHex(darkUntil(mix(base, BLACK, 0.3), 10)),
    'base-default': toHex(base), 'base-hover': toHex(mix(base, BLACK, 0.15)), 'base-active': toHex(mix(base, BLACK, 0.28)),
    'base-contrast-subtle': tint(0.1), 'base-contrast-default': '#ffffff',
  }
  return Object.fromEntries(Object.entries(scale).map(([name, value]) => [`--ds-color-accent-${name}`, value]))
}
