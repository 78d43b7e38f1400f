import type { ServerLocale, Text } from '#platform/texts.ts'
import { textsIn } from '#platform/texts.ts'
import ar from './messages/tasks.ar.json' with { type: 'json' }
import en from './messages/tasks.en.json' with { type: 'json' }
import nb from './messages/tasks.nb.json' with { type: 'json' }
import nn from './messages/tasks.nn.json' with { type: 'json' }
import uk from './messages/tasks.uk.json' with { type: 'json' }

export type TasksText = keyof typeof nb

/** The tasks of a trial at work, in the reader's language. */
export const tasksTexts = (locale: ServerLocale): Text<TasksText> => textsIn<TasksText>({ nb, nn, en, uk, ar }, locale)
