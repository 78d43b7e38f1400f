import { Tabs as DsTabs } from '@digdir/designsystemet-react'
import { useEffect, useRef, type ComponentRef, type ReactNode } from 'react'

export type Tab = { value: string; label: string; /** How many there are in it. */ count?: number; content: ReactNode }

type Props = { label: string; tabs: readonly Tab[]; value: string; onChange: (value: string) => void }

/** Parts of one thing, one in sight. Keep the chosen one in the address with `useFilters`. */
export function Tabs({ label, tabs, value, onChange }: Props) {
  const row = useRef<ComponentRef<typeof DsTabs>>(null)
  // on a telephone they stand in one row that is scrolled: the chosen one is always in sight
  useEffect(() => { row.current?.querySelector('[role=tab][aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'center' }) }, [value])
  return (
    <DsTabs className="tabs" value={value} onChange={onChange} ref={row}>
      <DsTabs.List aria-label={label}>
        {tabs.map((tab) => (
          <DsTabs.Tab key={tab.value} value={tab.value}>{tab.label}{tab.count !== undefined && <span className="count">{tab.count}</span>}</DsTabs.Tab>
        ))}
      </DsTabs.List>
      {tabs.map((tab) => <DsTabs.Panel key={tab.value} value={tab.value}>{tab.value === value && tab.content}</DsTabs.Panel>)}
    </DsTabs>
  )
}
