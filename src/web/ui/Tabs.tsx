import { Tabs as DsTabs } from '@digdir/designsystemet-react'
import { Fragment, useEffect, useRef, type ComponentRef, type ReactNode } from 'react'

export type Tab = { value: string; label: string; /** How many there are in it. */ count?: number; /** Which row it stands in, where there are many; those of a row stand together. The style sheet draws its name: to those who listen, all are tabs of one list. */ group?: string; content: ReactNode }

type Props = { label: string; tabs: readonly Tab[]; value: string; onChange: (value: string) => void }

/** Parts of one thing, one in sight; of many, a row for each group. Keep the chosen one in the address with `useFilters`. */
export function Tabs({ label, tabs, value, onChange }: Props) {
  const row = useRef<ComponentRef<typeof DsTabs>>(null)
  // on a telephone they stand in one row that is scrolled: the chosen one is always in sight
  useEffect(() => { row.current?.querySelector('[role=tab][aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'center' }) }, [value])
  return (
    <DsTabs className="tabs" value={value} onChange={onChange} ref={row}>
      <DsTabs.List aria-label={label}>
        {tabs.map((tab, at) => (
          <Fragment key={tab.value}>
            {tab.group !== undefined && tab.group !== tabs[at - 1]?.group && <span role="none" className="tabs__group" data-group={tab.group} />}
            <DsTabs.Tab value={tab.value}>{tab.label}{tab.count !== undefined && <span className="count">{tab.count}</span>}</DsTabs.Tab>
          </Fragment>
        ))}
      </DsTabs.List>
      {tabs.map((tab) => <DsTabs.Panel key={tab.value} value={tab.value}>{tab.value === value && tab.content}</DsTabs.Panel>)}
    </DsTabs>
  )
}
