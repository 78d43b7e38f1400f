import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, type ReactNode } from 'react'
import { useText } from '../i18n.tsx'
import { Link } from './Link.tsx'

type Crumb = { label: ReactNode; to: string }

type Props = {
  /** Also the title of the browser's window. */
  title: string
  /** Drawn in place of the title where it holds a name: `<PersonName …/>`. */
  heading?: ReactNode
  /** From the outermost inwards; the page itself is not among them. */
  crumbs?: readonly Crumb[]
  description?: ReactNode
  /** Tags and facts beside the heading. */
  facts?: ReactNode
  actions?: ReactNode
}

let focused: string | undefined

/** On coming to another page the focus goes to its heading, so that those who listen hear where they are. */
function useHeadingFocus() {
  const heading = useRef<HTMLHeadingElement>(null)
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname })
  useEffect(() => {
    if (path === undefined) return
    if (focused !== undefined && focused !== path) heading.current?.focus({ preventScroll: true })
    focused = path
  }, [path])
  return heading
}

/** The top of every page: where one is, what it is called, what can be done. */
export function PageHeader({ title, heading, crumbs = [], description, facts, actions }: Props) {
  const t = useText('shell')
  const ref = useHeadingFocus()
  useEffect(() => { document.title = `${title} – ${t('product')}` }, [title, t])
  return (
    <header className="page-header">
      {crumbs.length > 0 && (
        <nav className="crumbs no-print" aria-label={t('crumbs')}>
          <ol>{crumbs.map((crumb) => <li key={crumb.to}><Link to={crumb.to}>{crumb.label}</Link></li>)}</ol>
        </nav>
      )}
      <div className="page-header__row">
        <div className="page-header__title">
          <h1 ref={ref} tabIndex={-1}>{heading ?? title}</h1>
          {facts && <div className="cluster">{facts}</div>}
        </div>
        {actions && <div className="cluster no-print">{actions}</div>}
      </div>
      {description && <p className="page-header__description">{description}</p>}
    </header>
  )
}
