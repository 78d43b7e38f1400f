import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { textsIn } from '#platform/texts.ts'
import { picture } from '../pictures.ts'
import ar from './messages/ar.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import nb from './messages/nb.json' with { type: 'json' }
import nn from './messages/nn.json' with { type: 'json' }
import uk from './messages/uk.json' with { type: 'json' }

/** The one script of these pages; without it they only do not speak. */
export const listenScript = '/plain/listen.js'

/** The buttons that read the page aloud (LAN-06). The script shows them where the browser can speak. */
export function listenBar(locale: ServerLocale): Html {
  const t = textsIn<keyof typeof nb>({ nb, nn, en, uk, ar }, locale)
  return html`<div class="listen" role="group" aria-label="${t('label')}" hidden data-idle="${t('start')}" data-reading="${t('pause')}" data-paused="${t('resume')}" data-no-voice="${t('noVoice')}" data-partly="${t('partly')}">
<button type="button" class="ds-button" data-variant="secondary">${picture('listen', 24)}<span>${t('start')}</span></button>
<button type="button" class="ds-button" data-variant="tertiary" hidden>${t('stop')}</button><p role="status"></p></div>`
}
