import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

export const AccountLocale = z.enum(['nb', 'nn', 'en', 'uk', 'ar'])

/** Whoever is signed in, where, and what she may do. */
export const WhoAmI = z.object({
  account: z.object({ id: Id, name: z.string(), email: z.string(), locale: AccountLocale }),
  municipality: z.object({ id: Id, number: z.string(), name: z.string(), theme: z.object({ accent: z.string(), logoText: z.string().optional() }) }),
  roles: z.array(z.string()),
  permissions: z.array(z.string()),
  testInstallation: z.boolean(),
  today: PlainDate,
})

/** What a municipality may choose of the looks. */
export const Theme = z.object({ accent: z.string().regex(/^#[\da-f]{6}$/i).catch('#12564d'), logoText: z.string().optional().catch(undefined) })

const short = z.string().trim().min(1).max(200)

/** An account as the administrator writes it. */
export const AccountBasics = z.object({
  name: short,
  email: z.email().max(200),
  /** The sign-in service and the id it knows the person by. */
  issuer: short,
  subject: short,
  roles: z.array(z.string()).max(20),
  isActive: z.boolean(),
  /** Only for a participant's own account. */
  personId: Id.nullable().default(null),
})
export type AccountBasics = z.infer<typeof AccountBasics>

/** Without `version` a new account; its id is made by whoever makes it. */
export const SaveAccountInput = AccountBasics.extend({ id: Id, version: z.int().positive().optional() })

export const Account = AccountBasics.extend({ id: Id, version: z.int(), locale: AccountLocale, createdAt: z.string(), actions: z.array(z.enum(['change', 'close'])) })
export type Account = z.infer<typeof Account>

export const ListAccountsInput = z.object({ text: z.string().trim().max(100).default(''), participants: z.boolean().default(false) })
export const AccountList = z.object({ rows: z.array(Account), actions: z.array(z.enum(['add'])) })

export const RoleList = z.object({
  roles: z.array(z.object({ name: z.string(), permissions: z.array(z.string()), accounts: z.int() })),
  permissions: z.array(z.string()),
})
