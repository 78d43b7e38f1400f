import { useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { z } from 'zod'

/** A part of the address: `$id` of `/people/$id`. */
export function usePathParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false })
  const value = params[name]
  if (value === undefined) throw new Error(`no $${name} in this route`)
  return value
}

/** Goes to another page. */
export function useGo(): (to: string, options?: { replace?: boolean }) => void {
  const navigate = useNavigate()
  return useCallback((to, options) => { void navigate({ to, replace: options?.replace }) }, [navigate])
}

/**
 * Filters, sorting, page and chosen tab, kept in the address so that "back" and a sent link bring them again. Give a
 * shape in which every key has a default or is optional. Never names or national numbers: addresses are logged.
 */
export function useFilters<S extends z.ZodObject>(schema: S): [z.output<S>, (change: Partial<z.input<S>>) => void] {
  const search = useLocation({ select: (location) => location.search as Record<string, unknown> }) // parsed by the router, checked by the schema below
  const navigate = useNavigate()
  const filters = useMemo(() => {
    const read = schema.safeParse(search)
    return read.success ? read.data : schema.parse({})
  }, [schema, search])
  const change = useCallback((next: Partial<z.input<S>>) => {
    void navigate({ to: '.', search: (now: Record<string, unknown>) => ({ ...now, ...next }), replace: true, resetScroll: false })
  }, [navigate])
  return [filters, change]
}

/** What was typed in the quick search of the top bar; it travels outside the address. */
export function useQuickSearch(): string {
  return useLocation({ select: (location) => ('quickSearch' in location.state && typeof location.state.quickSearch === 'string' ? location.state.quickSearch : '') })
}
