import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'

/** Fields of work with, or without, a statutory requirement of Norwegian. */
export const FIELDS = ['kindergarten_staff', 'kindergarten_leader', 'health_outside_eea', 'health_eea', 'university_teaching', 'air_traffic', 'home_care', 'cleaning', 'transport', 'retail', 'other'] as const

/** Letters a to h of utlendingsforskriften § 11-9 second paragraph, in their order. */
export const RESIDENCE_EXCEPTIONS = ['adult_module_4', 'primary_school', 'upper_secondary', 'prior_learning', 'higher_education', 'admission', 'health_or_personal', 'exempted_by_municipality'] as const
/** Letters a to g of utlendingsforskriften § 11-10 second paragraph. */
export const RESIDENCE_SOCIAL_EXCEPTIONS = ['primary_school', 'upper_secondary', 'prior_learning', 'higher_education', 'studies_in_norwegian', 'health_or_personal', 'exempted_by_municipality'] as const
/** Letters a to i of statsborgerforskriften § 4-1 first paragraph. */
export const CITIZENSHIP_EXCEPTIONS = ['primary_school', 'upper_secondary', 'higher_education', 'admission', 'refugee_over_55', 'disability_over_55', 'health_or_personal', 'exempted_by_municipality', 'stateless'] as const
/** Letters a to g of statsborgerforskriften § 4-2. */
export const CITIZENSHIP_TEST_EXCEPTIONS = ['social_studies_test_in_norwegian', 'primary_school', 'upper_secondary', 'higher_education', 'studies_in_norwegian', 'health_or_weighty', 'exempted_by_municipality'] as const

/** Facts about languages asked for in work, for residence and for citizenship. Levels reached are those of the tests (`testOral` …). */
export const LANGUAGE_FACTS = {
  firstLanguage: z.enum(['norwegian', 'sami', 'swedish', 'danish', 'other']).describe('First language, as barnehageloven §§ 27 and 28 sort it.'),
  kindergartenPost: z.enum(['head', 'pedagogical_leader', 'other']).describe('The post in the kindergarten.'),
  kindergartenLanguage: z.enum(['norwegian', 'other']).describe('The language the kindergarten is run in.'),
  passedNorwegianAtSchool: z.boolean().describe('Has had Norwegian at primary or upper secondary school in Norway and passed it.'),
  relevantExperienceYears: z.number().min(0).max(60).describe('Years of relevant work in a kindergarten or school in Norwegian.'),
  hasForeignQualification: z.boolean().describe('Has her professional qualification from abroad.'),
  leaderDocumentation: z.enum(['upper_secondary', 'university_step_3', 'college_year', 'bergen_test', 'norwegian_test', 'other', 'none']).describe('Documentation of Norwegian (barnehageloven § 28).'),
  healthTrainedIn: z.enum(['norway', 'eea_or_switzerland', 'faroe_or_greenland', 'united_kingdom', 'outside_eea']).describe('Where the health personnel got the qualification.'),
  passedB2Test: z.boolean().describe('Has passed a test of Norwegian at B2.'),
  hasEquivalentNordic: z.boolean().describe('Has documented the same skills in Norwegian, Swedish or Danish.'),
  applicationOn: PlainDate.describe('Day of the application for permanent residence or citizenship.'),
  socialStudiesTestPassed: z.boolean().describe('Has passed the test in social studies.'),
  citizenshipTestPassed: z.boolean().describe('Has passed the citizenship test.'),
  residenceException: z.enum([...RESIDENCE_EXCEPTIONS, 'none']).describe('Exception from oral Norwegian for permanent residence (utlendingsforskriften § 11-9).'),
  residenceSocialException: z.enum([...RESIDENCE_SOCIAL_EXCEPTIONS, 'none']).describe('Exception from the social studies test for permanent residence (§ 11-10).'),
  citizenshipException: z.enum([...CITIZENSHIP_EXCEPTIONS, 'none']).describe('Exception from oral Norwegian for citizenship (statsborgerforskriften § 4-1).'),
  citizenshipTestException: z.enum([...CITIZENSHIP_TEST_EXCEPTIONS, 'none']).describe('Exception from the citizenship test (§ 4-2).'),
  isNordicWhoUnderstands: z.boolean().describe('Is a citizen of another Nordic country and understands Norwegian or Sami.'),
  hasWeightyReasonsAgainstLevel: z.boolean().describe('Weighty reasons to be freed from the lower level too.'),
  occupationField: z.enum(FIELDS).describe('Field of work.'),
} as const
