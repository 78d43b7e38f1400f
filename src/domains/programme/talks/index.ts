import { getTalk, listTalks } from './get-talk.operations.ts'
import { getGuidance, orderGuidance, recordGuidance } from './guidance/guidance.operations.ts'
import { listMyMappings, sendMapping, writeMapping } from './guidance/mapping.operations.ts'
import { closeTalk, noteTalk, settleAgreedStep } from './note-talk.operations.ts'
import { listTodayTalks } from './today-talks.operations.ts'
import { listMyTalks } from './own-talks.operations.ts'
import { getMappingPaper, getTalkPaper } from './paper/paper.operations.ts'
import { cancelTalk, planTalk } from './plan-talk.operations.ts'
import { getTalkTemplates, saveTalkTemplate } from './template/templates.operations.ts'

export { talkTexts } from './paper/words.ts'

/** The operations of this slice, by name. */
export const talksOperations = {
  'programme.getTalkTemplates': getTalkTemplates,
  'programme.saveTalkTemplate': saveTalkTemplate,
  'programme.listTalks': listTalks,
  'programme.listTodayTalks': listTodayTalks,
  'programme.getTalk': getTalk,
  'programme.planTalk': planTalk,
  'programme.noteTalk': noteTalk,
  'programme.closeTalk': closeTalk,
  'programme.cancelTalk': cancelTalk,
  'programme.settleAgreedStep': settleAgreedStep,
  'programme.getTalkPaper': getTalkPaper,
  'programme.listMyTalks': listMyTalks,
  'programme.getGuidance': getGuidance,
  'programme.orderGuidance': orderGuidance,
  'programme.recordGuidance': recordGuidance,
  'programme.writeMapping': writeMapping,
  'programme.sendMapping': sendMapping,
  'programme.getMappingPaper': getMappingPaper,
  'programme.listMyMappings': listMyMappings,
}
