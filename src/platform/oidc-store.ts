import type { Adapter, AdapterPayload } from 'oidc-provider'

const MOST_KEPT = 5_000
type Kept = { payload: AdapterPayload; until: number }

/** What the built-in sign-in keeps while somebody signs in: minutes, in memory, gone with the process. */
export function memoryStore(now: () => number = Date.now): (model: string) => Adapter {
  const all = new Map<string, Kept>()
  const alive = (key: string): AdapterPayload | undefined => {
    const kept = all.get(key)
    if (kept && kept.until > now()) return kept.payload
    all.delete(key)
    return undefined
  }
  const firstWith = (model: string, field: 'uid' | 'userCode', value: string): AdapterPayload | undefined => {
    for (const [key, { payload }] of all) if (key.startsWith(`${model}:`) && payload[field] === value) return alive(key)
    return undefined
  }
  return (model) => ({
    async upsert(id, payload, seconds) {
      const oldest = all.keys().next()
      if (all.size >= MOST_KEPT && !oldest.done) all.delete(oldest.value)
      all.set(`${model}:${id}`, { payload, until: now() + (seconds ?? 3600) * 1000 })
    },
    find: async (id) => alive(`${model}:${id}`),
    findByUid: async (uid) => firstWith(model, 'uid', uid),
    findByUserCode: async (code) => firstWith(model, 'userCode', code),
    async consume(id) {
      const payload = alive(`${model}:${id}`)
      if (payload) payload.consumed = Math.floor(now() / 1000)
    },
    async destroy(id) { all.delete(`${model}:${id}`) },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of all) if (payload.grantId === grantId) all.delete(key)
    },
  })
}
