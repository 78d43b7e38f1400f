import { Link as RouterLink } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** A way to another page of the product. */
export function Link({ to, search, children }: { to: string; search?: Record<string, unknown>; children: ReactNode }) {
  return <RouterLink className="ds-link" to={to} search={search}>{children}</RouterLink>
}
