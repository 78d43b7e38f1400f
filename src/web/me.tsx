import type { Permission } from '#shared/permission.ts'
import { createContext, use, type ReactNode } from 'react'
import type { Output } from './api.ts'

/** Who is signed in, where, and what they may do. */
export type Me = Output<'identity.whoAmI'>

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
