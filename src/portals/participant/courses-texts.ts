import type { ServerLocale, Text } from '#platform/texts.ts'
import { textsIn } from '#platform/texts.ts'
import ar from './messages/courses.ar.json' with { type: 'json' }
import en from './messages/courses.en.json' with { type: 'json' }
import nb from './messages/courses.nb.json' with { type: 'json' }
import nn from './messages/courses.nn.json' with { type: 'json' }
import uk from './messages/courses.uk.json' with { type: 'json' }

export type CoursesText = keyof typeof nb

/** The texts of her courses in her language. */
export const coursesTexts = (locale: ServerLocale): Text<CoursesText> => textsIn<CoursesText>({ nb, nn, en, uk, ar }, locale)
