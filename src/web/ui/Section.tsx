import { useId, type ReactNode } from 'react'

type Props = { title: string; /** How many there are in it. */ count?: number; description?: string; actions?: ReactNode; children: ReactNode; /** Without the card around it. */ plain?: boolean }

/** A part of a page, with its heading and what can be done in it. */
export function Section({ title, count, description, actions, children, plain }: Props) {
  const heading = useId()
  return (
    <section className={plain ? 'section' : 'section section--card'} aria-labelledby={heading}>
      <div className="section__head">
        <div>
          <h2 id={heading}>{title}{count !== undefined && <span className="count">{count}</span>}</h2>
          {description !== undefined && <p className="section__description">{description}</p>}
        </div>
        {actions && <div className="cluster no-print">{actions}</div>}
      </div>
      <div className="section__body">{children}</div>
    </section>
  )
}
