import type { ReactNode } from 'react'

type Props = { title: string; /** What to do about it. */ children?: ReactNode; action?: ReactNode }

/** Nothing here yet, and what to do next. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="empty">
      <svg className="empty__drawing" viewBox="0 0 160 96" width="160" height="96" aria-hidden="true" focusable="false">
        <path className="empty__ground" d="M8 88h40V66h36V44h32V24h36" />
        <path className="empty__path" d="M22 82c10-2 14-6 20-14M58 60c10-2 14-6 20-14M94 38c8-2 12-5 18-12" />
        <circle className="empty__goal" cx="136" cy="12" r="5" />
      </svg>
      <p className="empty__title">{title}</p>
      {children && <div className="empty__text">{children}</div>}
      {action && <div className="empty__action">{action}</div>}
    </div>
  )
}
