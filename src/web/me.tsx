import type { Permission } from '#shared/permission.ts'
import { createContext, use, type ReactNode } from 'react'
import { z } from 'zod'

/** Who is signed in, where, and what they may do (the answer of `identity.whoAmI`). */
export const Me = z.object({
  account: z.object({ id: z.string(), name: z.string(), email: z.string(), locale: z.enum(['nb', 'nn', 'en']) }),
  municipality: z.object({
    id: z.string(), number: z.string(), name: z.string(),
    theme: z.object({ accent: z.string(), logoText: z.string().optional() }),
  }),
  roles: z.array(z.string()),
  permissions: z.array(z.string()),
  testInstallation: z.boolean(),
  today: z.string(),
})
export type Me = z.infer<typeof Me>

const MeContext = createContext<Me | null>(null)

export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <MeContext value={me}>{children}</MeContext>
}

/** Who is signed in. */
export function useMe(): Me {
  const me = use(MeContext)
  if (!me) throw new Error('MeProvider is missing')
  return me
}

/** Whether the one signed in holds a permission. Draw actions by the server's `actions`; this is for navigation. */
export function useMay(): (permission: Permission | undefined) => boolean {
  const { permissions } = useMe()
  return (permission) => permission === undefined || permissions.includes(permission)
}
