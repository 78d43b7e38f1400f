import { Button, Dropdown } from '@digdir/designsystemet-react'
import { useId, useState, type ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'

export type MenuItem = { key: string; label: ReactNode; icon?: IconName; danger?: boolean; chosen?: boolean; lang?: string; onSelect: () => void }
export type MenuGroup = { heading?: string; items: readonly MenuItem[] }

type Props = { /** Name for those who listen. */ label: string; groups: readonly MenuGroup[]; /** What the button shows; three dots without it. */ children?: ReactNode; top?: ReactNode }

/** What more can be done, behind one button. */
export function Menu({ label, groups, children, top }: Props) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const item = (one: MenuItem): ReactNode => (
    <Dropdown.Item key={one.key}>
      <Dropdown.Button data-color={one.danger ? 'danger' : 'neutral'} aria-pressed={one.chosen} lang={one.lang} onClick={() => { setOpen(false); one.onSelect() }}>
        {one.icon && <Icon name={one.icon} size={18} />}{one.label}{one.chosen && <span className="menu__chosen"><Icon name="check" size={16} /></span>}
      </Dropdown.Button>
    </Dropdown.Item>
  )
  return (
    <>
      <Button variant="tertiary" icon={children === undefined} popovertarget={id} aria-label={label} aria-expanded={open} className="menu__button">{children ?? <Icon name="more" />}</Button>
      <Dropdown id={id} open={open} onOpen={() => setOpen(true)} onClose={() => setOpen(false)} className="menu">
        {top}
        {groups.map((group, index) => (
          <div key={group.heading ?? index} className="menu__group">
            {group.heading !== undefined && <Dropdown.Heading>{group.heading}</Dropdown.Heading>}
            <Dropdown.List>{group.items.map(item)}</Dropdown.List>
          </div>
        ))}
      </Dropdown>
    </>
  )
}
