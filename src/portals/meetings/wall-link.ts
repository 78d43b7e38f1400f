import { meetingsOperations } from '#domains/meetings/index.ts'
import { perform } from '#platform/operation.ts'
import { html } from '#platform/page.ts'
import type { LinkPage, Visit } from '../links/link-page.ts'
import { wallPage } from './wall-page.ts'

const get = 'meetings.getWallLink'
const show = async ({ db, actor, now }: Visit) => {
  const wall = await perform(db, meetingsOperations[get], actor, { name: get, input: {}, now })
  return { title: wall.title, body: html``, whole: wallPage(wall) }
}

/** The screen on the wall: there is nothing to answer. */
export const wallLinkPage: LinkPage = { show, act: show }
