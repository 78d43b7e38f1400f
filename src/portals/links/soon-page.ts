import { html } from '#platform/page.ts'
import type { LinkPage } from './link-page.ts'
import { linkTexts } from './link-texts.ts'

const page: LinkPage['show'] = async ({ locale }) => ({ title: linkTexts(locale)('language'), body: html`` })

/** Stands where the page of a purpose is not made yet. */
export const soonPage: LinkPage = { show: page, act: page }
