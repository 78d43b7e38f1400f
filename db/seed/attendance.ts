import type { PlainDate } from '#shared/date.ts'
import { addDays, instantOf, weekday } from '#shared/date.ts'
import { isHolidayByLaw } from '#shared/public-holiday.ts'
import { minutesOf } from '#shared/schedule.ts'
import type { Insertable } from 'kysely'
import type { DB } from '#platform/db.types.ts'
import type { Tx } from '#platform/db.ts'
import type { Random } from './random.ts'
import type { SeedClass, WeekScene } from './week.ts'
import { insertAll } from './write.ts'

type Absence = Insertable<DB['absence']>
type Spell = { personId: string; from: PlainDate; to: PlainDate; isCoded: boolean }
const at = (day: PlainDate, clock: string) => instantOf(new Date(`${day}T${clock}:00Z`))

/** Absences of a term: most people a few days now and then, some often, two of them mostly on Mondays. */
function spellsOf(random: Random, { participations, today }: WeekScene, from: PlainDate): Spell[] {
  return participations.flatMap(({ personId, startsOn }, index) => {
    const first = startsOn > from ? startsOn : from
    if (index < 2) return Array.from({ length: 10 }, (_, week) => addDays(today, 1 - weekday(today) - 7 * (week + 1))).filter((day) => day >= first && random.chance(0.75)).map((day) => ({ personId, from: day, to: day, isCoded: random.chance(0.4) }))
    const count = random.weighted([[0, 3], [1, 4], [2, 3], [3, 2], [5, 1]] as const)
    const days = Array.from({ length: count }, () => addDays(from, random.int(0, 95))).toSorted()
    return days.filter((day, at_) => day >= first && day < addDays(today, -1) && day > addDays(days[at_ - 1] ?? addDays(from, -20), 6)).map((day) => { const to = addDays(day, random.weighted([[0, 5], [1, 3], [2, 2], [4, 1]] as const)); return { personId, from: day, to: to > today ? today : to, isCoded: random.chance(0.85) } })
  })
}

/** What the adviser made of a spell: illness mostly, sometimes a child's, a welfare leave, a day nobody could explain. */
function absenceOf(random: Random, { personId, from, to }: Spell, scene: WeekScene): Absence {
  const isLong = addDays(from, 2) < to
  const kind = random.weighted([['own_illness', 10], ['sick_child', 4], ['welfare', 2], ['unauthorised', 1]] as const)
  const isIll = kind === 'own_illness' || kind === 'sick_child'
  const isPending = to > addDays(scene.today, -10) && random.chance(0.4)
  const decision = kind === 'unauthorised' ? 'unauthorised' as const : isPending ? 'pending' as const : 'approved' as const
  const certification = !isIll ? 'none' as const : isLong ? 'doctor' as const : isPending && random.chance(0.4) ? 'none' as const : 'self' as const
  return { id: random.uuid(), personId, fromDate: from, toDate: to, kind, welfareReason: kind === 'welfare' ? random.pick(['appointment', 'kindergarten', 'death'] as const) : null, certification,
    documentedOn: certification === 'doctor' && !isPending ? to : null, decision, withBenefit: decision === 'approved' ? true : null, decidedBy: decision === 'pending' ? null : random.pick(scene.advisers), decidedOn: decision === 'pending' ? null : to,
    decisionNote: decision === 'unauthorised' ? 'Ingen melding, og ingen forklaring i samtalen etterpå.' : null }
}

function attendanceOf(random: Random, one: SeedClass, scene: WeekScene, spells: Map<string, Spell[]>): Insertable<DB['attendance']>[] {
  const startOf = new Map(scene.participations.map(({ personId, startsOn }) => [personId, startsOn]))
  const rows: Insertable<DB['attendance']>[] = []
  for (let day = one.from; day < scene.today; day = addDays(day, 1)) {
    const planned = one.schedule.filter((slot) => slot.weekday === weekday(day)).reduce((sum, { from, to }) => sum + minutesOf(to) - minutesOf(from), 0)
    // now and then the teacher forgot: the adviser's page asks for those days
    if (planned === 0 || isHolidayByLaw(day) || (day > addDays(scene.today, -12) && random.chance(0.08))) continue
    for (const personId of one.members) {
      if (day < (startOf.get(personId) ?? day)) continue
      const isAway = (spells.get(personId) ?? []).some(({ from, to }) => from <= day && day <= to)
      const state = isAway ? 'absent' as const : random.weighted([['present', 194], ['late', 3], ['left_early', 1], ['absent', 1]] as const)
      const present = state === 'present' ? planned : state === 'absent' ? 0 : planned - random.int(1, 5) * 10
      const isOwn = state === 'present' && random.chance(0.1)
      rows.push({ id: random.uuid(), personId, activityId: one.id, onDay: day, plannedMinutes: planned, presentMinutes: present, state, how: isOwn ? 'check_in' : 'class', registeredBy: one.teacherId, registeredAt: at(day, isOwn ? '07:28' : '07:40') })
    }
  }
  return rows
}

/** What was told today and yesterday, and waits for its kind. */
function reportsOf(random: Random, { participations, placements, today, advisers }: WeekScene): Insertable<DB['absenceReport']>[] {
  const told = random.some(participations, 4).map(({ personId }, index) => ({ id: random.uuid(), personId, fromDate: addDays(today, -(index % 2)), toDate: today, toldAt: at(addDays(today, -(index % 2)), '06:50') }))
  const words = ['Jeg har feber og blir hjemme i dag.', 'Barnet mitt er sykt.', null, 'Kommer ikke i dag. Sa ikke hvorfor.']
  const channels = ['participant', 'participant', 'teacher', 'teacher'] as const
  const host = placements.find((one) => one.stage === 'approved' && one.from <= today && one.to >= today && one.endedOn === null && participations.some(({ personId }) => personId === one.personId))
  return [...told.map((one, index) => ({ ...one, words: words[index] ?? null, channel: channels[index] ?? 'teacher', accountId: random.pick(advisers) })),
    ...(host ? [{ id: random.uuid(), personId: host.personId, fromDate: today, toDate: today, words: null, channel: 'sms' as const, agreementId: host.id, contactId: host.supervisor.id, outsideId: `sms-${random.int(1000, 9999)}`, toldAt: at(today, '06:42') }] : [])]
}

/** A term of attendance and absence, with what is undecided, unexplained, frozen and part time, as life leaves it. */
export async function writeAttendance(tx: Tx, random: Random, scene: WeekScene, classes: SeedClass[]): Promise<void> {
  const { today, participations, advisers } = scene
  const from = classes[0]?.from ?? today
  const spells = spellsOf(random, scene, from)
  const byPerson = Map.groupBy(spells, ({ personId }) => personId)
  await insertAll(tx, 'attendance', classes.flatMap((one) => attendanceOf(random, one, scene, byPerson)))
  const holiday = participations.filter(({ startsOn }) => startsOn < addDays(from, -40) && random.chance(0.9)).map(({ personId }): Absence => ({ id: random.uuid(), personId, fromDate: addDays(from, -38), toDate: addDays(from, -38 + random.pick([18, 25, 25])), kind: 'holiday', decision: 'approved', withBenefit: true, decidedBy: random.pick(advisers), decidedOn: addDays(from, -60) }))
  await insertAll(tx, 'absence', [...spells.filter(({ isCoded }) => isCoded).map((one) => absenceOf(random, one, scene)), ...holiday])
  await insertAll(tx, 'absenceReport', reportsOf(random, scene))
  const [paused, ...shared] = random.some(participations.filter(({ startsOn }) => startsOn < from), 4)
  if (paused) await insertAll(tx, 'pause', [{ id: random.uuid(), personId: paused.personId, fromDate: addDays(from, -90), toDate: addDays(from, -62), reason: 'Ventet på barnehageplass', addsToLength: true, decidedBy: random.pick(advisers), decidedOn: addDays(from, -92) }])
  await insertAll(tx, 'partTime', shared.map(({ personId }) => ({ id: random.uuid(), personId, fromDate: from, percent: random.pick([50, 60, 80]), reason: random.pick(['job', 'education', 'adapted'] as const) })))
}
