import { randomUUID } from 'node:crypto'
import { instantOf, plainDate } from '#shared/date.ts'
import type { Municipality } from './world.ts'
import { NOW, TODAY } from './world.ts'

type Persons = { personId: string; otherId: string }
const STARTED = plainDate('2026-01-05')
const NOVEMBER = plainDate('2026-11-02')
/** In the month that is paid: what is registered of it afterwards is looked at again. */
const OCTOBER_DAY = plainDate('2026-10-05')
/** Every day of a week, so that something takes place on the day the intruder asks about. */
const schedule = JSON.stringify([1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '12:00' })))

/** What words in the programme say of whom: a word of the hidden person's that an answer must not hold. */
const wordsOf = (whose: string) => (whose === 'hers' ? 'Traumeberetning' : 'Alminnelig')

type Tx = Parameters<Parameters<Municipality['put']>[0]>[0]
type Life = { personId: string; classId: string; staffId: string; word: string }

async function aCase(tx: Tx, { personId, staffId, word }: Life) {
  const [participationId, decisionId] = [randomUUID(), randomUUID()]
  await tx.insertInto('legalFacts').values({ id: randomUUID(), personId, permit: 'refugee', permitGrantedOn: STARTED, settledByAgreement: true, residenceSince: STARTED, schooling: 'primary' }).execute()
  await tx.insertInto('participation').values({ id: participationId, personId, offeredOn: STARTED, decidedOn: STARTED, startsOn: STARTED, months: 12, finalGoal: 'work', regime: 'new' }).execute()
  await tx.insertInto('programmeDecision').values({ id: decisionId, personId, participationId, kind: 'programme', decidedOn: STARTED, validFrom: STARTED, decided: word, grounds: word, locale: 'nb', facts: JSON.stringify({}), terms: JSON.stringify({ months: 12 }), decidedBy: staffId, recordedAt: instantOf(NOW) }).execute()
  await tx.insertInto('courseCredit').values({ id: randomUUID(), personId, element: 'social_studies', kind: 'done_elsewhere', amount: 40, onDate: TODAY, ground: word, notedBy: staffId }).execute()
  await tx.insertInto('programmeComplaint').values({ id: randomUUID(), personId, decisionId, receivedOn: TODAY, receivedHow: 'letter', complainant: 'participant', body: word }).execute()
  return { participationId, decisionId }
}

async function aPlan(tx: Tx, { personId, staffId, word }: Life) {
  const planId = randomUUID()
  const content = { finalGoal: 'work', longTermGoals: word }
  const health = { id: randomUUID(), kind: 'health' as const, hoursPerWeek: 2 }
  const course = { id: randomUUID(), kind: 'course' as const, title: word, hoursPerWeek: 6 }
  await tx.insertInto('integrationPlan').values({ id: planId, personId, revision: 2, madeOn: STARTED, content: JSON.stringify(content) }).execute()
  await tx.insertInto('planElement').values([{ ...health, planId, personId }, { ...course, planId, personId }]).execute()
  await tx.insertInto('planRevision').values([{ revision: 1, elements: [course] }, { revision: 2, elements: [health, course] }].map(({ revision, elements }) => ({ id: randomUUID(), planId, personId, revision, madeAt: instantOf(NOW), madeBy: staffId, reason: word, content: JSON.stringify({ ...content, elements }) }))).execute()
  await tx.insertInto('planWords').values({ id: randomUUID(), personId, planId, saidOn: TODAY, how: 'meeting', words: word }).execute()
  await tx.insertInto('planSignature').values({ id: randomUUID(), planId, personId, revision: 1, kind: 'contract', party: 'participant', how: 'meeting', name: word, signedAt: instantOf(NOW) }).execute()
  await tx.insertInto('qualificationStep').values({ id: randomUUID(), personId, kind: 'competence_mapping', doneOn: TODAY, result: word }).execute()
  return { planId }
}

const NO_FACTS = { firstLanguage: null, interpreterLanguage: null, languages: [], education: [], work: [], skills: [], certificates: [], wishes: [], frame: null, goal: null, words: [] }

async function talksOf(tx: Tx, { personId, staffId, word }: Life) {
  const [talkId, mappingId] = [randomUUID(), randomUUID()]
  const points = JSON.stringify([{ id: 'law', heading: word, belongs: 'legal', asked: { no: word } }, { id: 'welcome', heading: word, belongs: 'note', asked: { no: word } }])
  const talk = { personId, kind: 'three_part' as const, templateRevision: 0, points, plannedOn: TODAY, answers: JSON.stringify([{ pointId: 'welcome', note: word }]), ownWords: word, disagreement: word, madeBy: staffId }
  await tx.insertInto('talk').values([{ ...talk, id: talkId }, { ...talk, id: randomUUID(), heldOn: TODAY, closedBy: staffId }]).execute()
  await tx.insertInto('agreedStep').values({ id: randomUUID(), personId, talkId, what: word, who: 'participant' }).execute()
  await tx.insertInto('mappingPaper').values({ id: mappingId, personId, number: 1, madeOn: TODAY, madeBy: staffId, content: JSON.stringify({ name: word, birthDate: null, phone: null, email: null, facts: { ...NO_FACTS, words: [{ words: word, language: null, on: TODAY }] }, leftOut: [] }) }).execute()
  await tx.insertInto('qualificationStep').values({ id: randomUUID(), personId, kind: 'career_guidance', referredOn: TODAY, doneWith: word, receiverEmail: `${word}@example.no`, result: word, registeredOn: TODAY, registeredBy: staffId }).execute()
  return { talkId, mappingId }
}

async function aWeek(tx: Tx, { personId, classId, staffId, word }: Life) {
  const [ownActivityId, healthActivityId] = [randomUUID(), randomUUID()]
  await tx.insertInto('activity').values([{ id: ownActivityId, personId, kind: 'own_work', title: word, fromDate: STARTED, schedule }, { id: healthActivityId, personId, kind: 'health', fromDate: STARTED, schedule }]).execute()
  await tx.insertInto('activityParticipant').values([classId, ownActivityId, healthActivityId].map((activityId) => ({ id: randomUUID(), activityId, personId, fromDate: STARTED }))).execute()
  await tx.insertInto('familyTime').values({ id: randomUUID(), personId, label: word, schedule, fromDate: STARTED }).execute()
  const registered = { personId, activityId: classId, onDay: NOVEMBER, plannedMinutes: 180, how: 'adviser' as const, registeredBy: staffId, registeredAt: instantOf(NOW) }
  const attendanceId = randomUUID()
  await tx.insertInto('attendance').values({ ...registered, id: attendanceId, presentMinutes: 0, state: 'absent' }).execute()
  await tx.insertInto('attendance').values({ ...registered, id: randomUUID(), presentMinutes: 180, state: 'present', correctsId: attendanceId, correctionReason: word }).execute()
  await tx.insertInto('attendance').values({ ...registered, id: randomUUID(), onDay: OCTOBER_DAY, presentMinutes: 180, state: 'present' }).execute()
  await tx.insertInto('absence').values({ id: randomUUID(), personId, fromDate: TODAY, toDate: TODAY, kind: 'own_illness', decisionNote: word }).execute()
  await tx.insertInto('absenceReport').values({ id: randomUUID(), personId, fromDate: TODAY, toDate: TODAY, words: word, channel: 'teacher', accountId: staffId, toldAt: instantOf(NOW) }).execute()
  await tx.insertInto('pause').values({ id: randomUUID(), personId, fromDate: plainDate('2026-05-01'), toDate: plainDate('2026-05-31'), reason: word, addsToLength: true, decidedBy: staffId, decidedOn: STARTED }).execute()
  await tx.insertInto('partTime').values({ id: randomUUID(), personId, fromDate: STARTED, percent: 80, reason: 'care' }).execute()
  return { ownActivityId, healthActivityId }
}

/** A meeting with an interpreter, another of the group, a question and a wish; the other one's meeting has the hidden one in it. */
async function anInterpreter(tx: Tx, { personId, staffId, word }: Life, companionId?: string) {
  const bookingId = randomUUID()
  await tx.insertInto('interpreterBooking').values({ id: bookingId, personId, language: 'uk', modality: 'present', kind: 'qualified', purpose: 'plan', onDay: TODAY, fromTime: '09:00', minutes: 60, place: word, meetsId: staffId, bookedBy: staffId, askedAt: instantOf(NOW), confirmedAt: instantOf(NOW), interpreterName: word }).execute()
  if (companionId) await tx.insertInto('interpreterBookingPerson').values({ id: randomUUID(), bookingId, personId: companionId }).execute()
  await tx.insertInto('interpreterQuestion').values([{ id: randomUUID(), personId, body: word, askedBy: 'staff', accountId: staffId, askedOn: TODAY }, { id: randomUUID(), personId, body: word, askedBy: 'participant', accountId: staffId, askedOn: TODAY }]).execute()
  await tx.insertInto('unwantedInterpreter').values({ id: randomUUID(), personId, name: word }).execute()
  return { bookingId }
}

const known = (name: string) => JSON.stringify({ name, birthDate: null, interpreterLanguage: null, programme: null, languages: [], education: [], work: [], certificates: [], wishes: [], skills: [], placements: [] })

async function anExit(tx: Tx, { personId, staffId, word }: Life, participationId: string, receiverAccountId: string) {
  const [handOverId, draftId] = [randomUUID(), randomUUID()]
  const note = { personId, participationId, receiver: 'nav' as const, receiverUnit: 'Nav Fjordvik', receiverAccountId, legalBasis: 'exchange' as const, content: known(word), ambitions: word, needs: word, recommendation: word, writtenBy: staffId, writtenOn: TODAY }
  await tx.insertInto('exitStep').values({ id: randomUUID(), personId, participationId, kind: 'talk', doneOn: TODAY, note: word, accountId: staffId }).execute()
  await tx.insertInto('handOver').values([{ ...note, id: handOverId, shownToPersonOn: TODAY, sentAt: instantOf(NOW) }, { ...note, id: draftId }]).execute()
  await tx.insertInto('laterStatus').values({ id: randomUUID(), personId, participationId, askedOn: TODAY, activity: 'ill', source: 'person', accountId: staffId }).execute()
  await tx.insertInto('nextStep').values({ id: randomUUID(), personId, step: word, dueOn: TODAY, ownerId: staffId }).execute()
  await tx.insertInto('whereabouts').values({ id: randomUUID(), personId, state: 'present', confirmedOn: TODAY, note: word }).execute()
  await tx.insertInto('startWait').values({ id: randomUUID(), personId, reason: 'health_clarification', since: STARTED, note: word }).execute()
  return { handOverId, draftId }
}

/**
 * A row in every table of the programme for a person who is strictly confidential and for one who is not, who go to the same class, with a
 * sent hand-over of both to one adviser at Nav. Answers the ids of the hidden one's rows, and of the other's beginning with `other`.
 */
export async function aHiddenProgramme(municipality: Municipality, { personId, otherId }: Persons, staffId: string, receiverAccountId: string) {
  const activityId = randomUUID()
  const courseId = randomUUID()
  return municipality.put(async (tx) => {
    await tx.insertInto('course').values({ id: courseId, name: 'Norsk', kind: 'norwegian', fulfils: 'norwegian', givenBy: 'adult_education', stage: 'early' }).execute()
    await tx.insertInto('activity').values({ id: activityId, courseId, kind: 'norwegian', title: 'Norsk', teacherId: staffId, fromDate: STARTED, schedule }).execute()
    const lifeOf = async (whose: 'hers' | 'theirs', id: string) => {
      const life = { personId: id, classId: activityId, staffId, word: wordsOf(whose) }
      const file = await aCase(tx, life)
      return { ...file, ...await aPlan(tx, life), ...await talksOf(tx, life), ...await aWeek(tx, life), ...await anInterpreter(tx, life, whose === 'theirs' ? personId : undefined), ...await anExit(tx, life, file.participationId, receiverAccountId) }
    }
    const [hers, theirs] = [await lifeOf('hers', personId), await lifeOf('theirs', otherId)]
    return { activityId, ...hers, otherPlanId: theirs.planId, otherBookingId: theirs.bookingId, otherTalkId: theirs.talkId, otherMappingId: theirs.mappingId, otherHealthActivityId: theirs.healthActivityId, otherDecisionId: theirs.decisionId, otherParticipationId: theirs.participationId, otherHandOverId: theirs.handOverId, otherDraftId: theirs.draftId }
  })
}
