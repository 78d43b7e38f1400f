import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Forbidden } from '#platform/problem.ts'
import { aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()

const newAccount = (over: object = {}) => ({ id: randomUUID(), name: 'Ane Moe', email: 'ane.moe@example.no', issuer: 'https://login.example.no', subject: randomUUID(),
  roles: ['teacher'], isActive: true, ...over })

test('whoever is signed in is told who she is, where, and what she may do', async () => {
  const municipality = await aMunicipality(world())
  const teacher = await municipality.as('teacher', 'health')
  const me = await teacher.call('identity.whoAmI', {})
  expect(me).toMatchObject({ account: { id: teacher.actor.id, locale: 'nb' }, municipality: { id: municipality.id, number: municipality.number }, roles: ['teacher', 'health'], testInstallation: true, today: '2026-11-20' })
  expect(me.permissions).toContain('health.read')
  expect(me.municipality.theme.accent).toMatch(/^#[\da-f]{6}$/)
})

test('a participant changes her own language and nobody else’s', async () => {
  const municipality = await aMunicipality(world())
  const personId = randomUUID()
  await municipality.put((tx) => tx.insertInto('person').values({ id: personId, givenName: 'Olena', familyName: 'Melnyk' }).execute())
  const [participant, teacher] = [await municipality.participant(personId), await municipality.as('teacher')]
  await participant.call('identity.setLocale', { locale: 'uk' })
  expect((await participant.call('identity.whoAmI', {})).account.locale).toBe('uk')
  expect((await teacher.call('identity.whoAmI', {})).account.locale).toBe('nb')
})

test('an administrator makes an account, changes its roles, and a stale change is refused', async () => {
  const administrator = await (await aMunicipality(world())).as('administrator')
  const account = newAccount()
  await administrator.call('identity.saveAccount', account)
  await administrator.call('identity.saveAccount', { ...account, version: 1, roles: ['teacher', 'job_broker'] })
  const { rows } = await administrator.call('identity.listAccounts', { text: 'ane m' })
  expect(rows).toMatchObject([{ name: 'Ane Moe', roles: ['teacher', 'job_broker'], version: 2, actions: ['change', 'close'] }])
  expect(await administrator.refusals('identity.saveAccount', { ...account, version: 1 })).toMatchObject([{ code: 'stale' }])
  expect(await administrator.refusals('identity.saveAccount', { ...account, id: randomUUID() })).toEqual([{ code: 'constraint.account_subject_once' }])
})

test('all reasons against an account come at once, and nobody shuts herself out', async () => {
  const administrator = await (await aMunicipality(world())).as('administrator')
  const codes = (await administrator.refusals('identity.saveAccount', newAccount({ roles: ['participant', 'wizard'] }))).map(({ code }) => code)
  expect(codes).toEqual(['identity.roleUnknown', 'identity.participantIsPerson', 'identity.participantOnly'])
  const own = (await administrator.call('identity.listAccounts', {})).rows.find(({ id }) => id === administrator.actor.id)
  expect(own?.actions).toEqual(['change'])
  expect(await administrator.refusals('identity.saveAccount', { ...newAccount({ id: administrator.actor.id }), version: 1 })).toEqual([{ code: 'identity.notYourself', path: 'roles' }])
})

const openSessions = async (accountId: string) => (await world().owner.query('select from session where account_id = $1', [accountId])).rowCount

test.each([
  ['closing an account', { isActive: false }, 0], ['giving it another subject', { subject: randomUUID() }, 0], ['giving it another issuer', { issuer: 'https://login2.example.no' }, 0],
  ['another name alone, which keeps them', { name: 'Ane Li' }, 1],
])('sessions of an account after %s', async (_, change, left) => {
  const municipality = await aMunicipality(world())
  const administrator = await municipality.as('administrator')
  const account = newAccount()
  await administrator.call('identity.saveAccount', account)
  await world().db.staff.query('select app.open_session($1, $2, $3, now(), now() + interval \'1 hour\', null)', [municipality.id, account.id, Buffer.from(randomUUID())])
  expect(await openSessions(account.id)).toBe(1)
  await administrator.call('identity.saveAccount', { ...account, version: 1, ...change })
  expect(await openSessions(account.id)).toBe(left)
})

test('the role of participant and the person go together, in the database too', async () => {
  const municipality = await aMunicipality(world())
  const administrator = await municipality.as('administrator')
  const personId = randomUUID()
  await municipality.put((tx) => tx.insertInto('person').values({ id: personId, givenName: 'Olena', familyName: 'Melnyk' }).execute())
  for (const wrong of [{ roles: ['participant'] }, { roles: ['teacher'], personId }]) {
    expect((await administrator.refusals('identity.saveAccount', newAccount(wrong))).map(({ code }) => code)).toEqual(['identity.participantIsPerson'])
    await expect(municipality.put((tx) => tx.insertInto('account').values(newAccount(wrong)).execute())).rejects.toMatchObject({ constraint: 'account_participant_is_person' })
  }
  await administrator.call('identity.saveAccount', newAccount({ roles: ['participant'], personId }))
})

test('roles are listed with what they may and how many have them; only for the administrator', async () => {
  const municipality = await aMunicipality(world())
  const [administrator, teacher] = [await municipality.as('administrator'), await municipality.as('teacher')]
  const { roles } = await administrator.call('identity.listRoles', {})
  expect(roles.find(({ name }) => name === 'teacher')).toMatchObject({ accounts: 1, permissions: expect.arrayContaining(['competence.write']) })
  expect(roles.find(({ name }) => name === 'job_broker')?.permissions).not.toContain('people.numbers')
  for (const name of ['identity.listRoles', 'identity.listAccounts'] as const) await expect(teacher.call(name, {})).rejects.toThrow(Forbidden)
})
