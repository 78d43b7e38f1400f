import { Alert } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'

type Props = { tone?: 'info' | 'success' | 'warning' | 'danger'; title?: string; children?: ReactNode; action?: ReactNode }

/** Something to know on this page, with a mark for its kind. */
export function Notice({ tone = 'info', title, children, action }: Props) {
  return (
    <Alert className="notice" data-color={tone}>
      {title !== undefined && <p className="notice__title">{title}</p>}
      {children}
      {action && <div className="notice__action">{action}</div>}
    </Alert>
  )
}
