import { Button as DsButton } from '@digdir/designsystemet-react'
import { Link as RouterLink } from '@tanstack/react-router'
import type { MouseEventHandler, ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'

type Look = {
  /** One primary on a page; `quiet` beside text; `danger` for what cannot be undone. */
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger'
  icon?: IconName
  children: ReactNode
}

const variants = { primary: 'primary', secondary: 'secondary', quiet: 'tertiary', danger: 'primary' } as const

type ButtonProps = Look & {
  onClick?: MouseEventHandler<HTMLButtonElement>
  type?: 'button' | 'submit'
  pending?: boolean
  disabled?: boolean
  /** Shows the icon alone; `children` is then its name for those who listen. */
  iconOnly?: boolean
  autoFocus?: boolean
}

/** Something that happens here. */
export function Button({ kind = 'secondary', icon, iconOnly, pending, children, ...rest }: ButtonProps) {
  return (
    <DsButton {...rest} variant={variants[kind]} data-color={kind === 'danger' ? 'danger' : undefined} loading={pending}
      icon={iconOnly} aria-label={iconOnly && typeof children === 'string' ? children : undefined} title={iconOnly && typeof children === 'string' ? children : undefined}>
      {icon && !pending && <Icon name={icon} />}{iconOnly ? null : children}
    </DsButton>
  )
}

/** A way to another page that looks like a button. */
export function LinkButton({ kind = 'secondary', icon, to, search, children }: Look & { to: string; search?: Record<string, unknown> }) {
  return (
    <DsButton asChild variant={variants[kind]}>
      <RouterLink to={to} search={search}>{icon && <Icon name={icon} />}{children}</RouterLink>
    </DsButton>
  )
}
