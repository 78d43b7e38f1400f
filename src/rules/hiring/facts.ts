import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'

/** Facts about a post, the one considered for it, and how the employer has gone about it. */
export const HIRING_FACTS = {
  publicEmployer: z.enum(['municipality', 'state']).describe('Who employs.'),
  saysNeedsAdaptation: z.boolean().describe('The applicant says she has a disability that needs adaptation at work.'),
  yearsOutsideOfLastFive: z.number().min(0).max(5).describe('Years outside work, education and training, of the last five.'),
  outsideReason: z.enum(['substance_use', 'imprisonment', 'illness', 'job_seeking', 'other']).describe('Why she has been outside; job_seeking: she has actively sought work.'),
  hasLastingJob: z.boolean().describe('Has a permanent job, or a temporary one of more than a year.'),
  saysImmigrantBackground: z.boolean().describe('The applicant says she has immigrant background: she, or both her parents, from Europe outside EU/EFTA, Asia with Türkiye, Africa, Latin America, or Oceania without Australia and New Zealand.'),
  isQualified: z.boolean().describe('Meets the requirements of the post.'),
  temporaryWageSubsidy: z.boolean().describe('The post has temporary wage subsidy from Nav.'),
  hadTemporaryWageSubsidy: z.boolean().describe('Has had a temporary post with temporary wage subsidy at the employer.'),
  inTraineeProgramme: z.boolean().describe('Takes part in a trainee programme for persons with disability or absence from work, education or training.'),
  completedTraineeProgramme: z.boolean().describe('Has completed such a trainee programme in the same enterprise.'),
  postMonths: z.int().min(1).max(120).describe('Length of the temporary post in months.'),
  assessmentMade: z.boolean().describe('The objective reasons have been assessed as a whole, in writing.'),
  earmarkedPostsLimited: z.boolean().describe('The number of earmarked posts is limited compared with all vacancies.'),
  discussedWithRepresentativesOn: PlainDate.describe('Day the extent and kind of posts were discussed with the employee representatives.'),
  rightsKept: z.boolean().describe('Rights of employees by law or tariff agreement are not departed from.'),
  routeTwoConfirmed: z.boolean().describe('KS has confirmed that a permanent post may follow wage subsidy without advertising.'),
} as const
