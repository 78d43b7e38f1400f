import { dnr, fnr } from '@navikt/fnrvalidator'
import { describe, expect, test } from 'vitest'
import { plainDate, yearsBetween } from '#shared/date.ts'
import { recognitionOf } from '#domains/competence/recognition/recognition.core.ts'
import type { Step } from '#domains/competence/recognition/recognition.schema.ts'
import { TODAY, useWorld } from '#test/world.ts'
import { seed } from './index.ts'
import { syntheticNumber, syntheticOrgNumber } from './numbers.ts'
import { inventPeople } from './people.ts'
import { seededRandom } from './random.ts'

const world = useWorld()

/** Educations that say otherwise than their cases do. */
async function disagreeing(): Promise<string[]> {
  const { rows } = await world().owner.query<{ id: string; recognition: string; cases: Step[][] }>(`select e.id, e.recognition, json_agg(coalesce((select json_agg(json_build_object('kind', s.kind, 'onDay', s.on_day, 'dueOn', s.due_on, 'result', s.result, 'missing', s.missing)) from recognition_step s where s.case_id = c.id), '[]')) as cases
    from education e join recognition_case c on c.education_id = e.id group by e.id, e.recognition`)
  expect(rows.length).toBeGreaterThan(20)
  return rows.filter(({ recognition, cases }) => recognitionOf(cases) !== recognition).map(({ id }) => id)
}

describe('the invented people', () => {
  test('are the same from the same seed, and others from another', () => {
    const once = inventPeople(seededRandom(1), TODAY, 50)
    expect(inventPeople(seededRandom(1), TODAY, 50)).toEqual(once)
    expect(inventPeople(seededRandom(2), TODAY, 50)).not.toEqual(once)
  })

  test('have numbers that are right and synthetic, so that they can belong to nobody', () => {
    const random = seededRandom(3)
    for (let round = 0; round < 200; round++) {
      const birth = plainDate(`${random.int(1950, 2010)}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`)
      const number = syntheticNumber(random, birth, random.pick(['female', 'male'] as const), round % 2 === 0)
      expect((round % 2 === 0 ? dnr : fnr)(number).status, number).toBe('valid')
      expect(Number(number.slice(2, 4))).toBeGreaterThan(80)
      expect(syntheticOrgNumber(random)).toMatch(/^2\d{8}$/)
    }
  })
})

describe('the invented municipalities', () => {
  test('hold together: enough of everything, no seat taken twice, nobody placed as a child, no protected person presented', async () => {
    await seed(world().db, world().ownerUrl, { today: TODAY, issuer: 'test' })
    const one = async <T>(sql: string): Promise<T> => (await world().owner.query(sql)).rows[0] as T
    expect(await one("select count(*)::int as people from person p join municipality m on m.id = p.municipality_id where m.number = '9901'")).toEqual({ people: expect.toSatisfy((n: number) => n >= 300 && n < 304) })
    expect(await one('select count(distinct arrival_category)::int as n from person')).toEqual({ n: 7 })
    expect(await one(`select count(*)::int as n from opening o where o.seats < (select count(*) from agreement a where a.opening_id = o.id and a.cancelled_at is null and a.ended_on is null and a.to_date >= '${TODAY}')`)).toEqual({ n: 0 })
    expect(await one(`select count(*)::int as n from agreement a join agreement b on b.person_id = a.person_id and b.id > a.id and daterange(a.from_date, a.to_date, '[]') && daterange(b.from_date, b.to_date, '[]')`)).toEqual({ n: 0 })
    const { birth, start } = await one<{ birth: string; start: string }>('select p.birth_date as birth, a.from_date as start from agreement a join person p on p.id = a.person_id order by a.from_date - p.birth_date limit 1')
    expect(yearsBetween(plainDate(birth), plainDate(start))).toBeGreaterThanOrEqual(16)
    expect(await disagreeing()).toEqual([])
    expect(await one("select count(*)::int as n from opening where kind = 'vacancy' and (title ~* 'praksis' or title = 'Uteseksjonen')")).toEqual({ n: 0 })
    expect(await one('select p.placed = (select count(*) from cohort_row r where r.plan_id = p.id and r.opening_id is not null) as adds_up, p.bound is not null as is_proven from cohort_plan p')).toEqual({ adds_up: true, is_proven: true })
    // a board worth seeing: about two thirds have a place, of many kinds, some of them all that was asked for, and somebody at a neighbour's
    expect(await one(`select count(r.opening_id)::float / count(*) as share, count(distinct o.title)::int as kinds, count(*) filter (where r.facts ->> 'verdict' = 'fits')::int as fits, count(*) filter (where o.municipality_id <> p.municipality_id)::int as elsewhere
      from cohort_plan p join cohort_row r on r.plan_id = p.id left join opening o on o.id = r.opening_id`)).toEqual({ share: expect.toSatisfy((n: number) => n > 0.55 && n < 0.8), kinds: expect.toSatisfy((n: number) => n >= 15), fits: expect.toSatisfy((n: number) => n > 0), elsewhere: expect.toSatisfy((n: number) => n > 0) })
    expect(await one("select count(*)::int as n from presentation r join person p on p.id = r.person_id where p.address_protection = 'strictly_confidential'")).toEqual({ n: 0 })
  })
})
