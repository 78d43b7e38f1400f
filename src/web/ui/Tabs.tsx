import { Tabs as DsTabs } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'

export type Tab = { value: string; label: string; /** How many there are in it. */ count?: number; content: ReactNode }

type Props = { label: string; tabs: readonly Tab[]; value: string; onChange: (value: string) => void }

/** Parts of one thing, one in sight. Keep the chosen one in the address with `useFilters`. */
export function Tabs({ label, tabs, value, onChange }: Props) {
  return (
    <DsTabs className="tabs" value={value} onChange={onChange}>
      <DsTabs.List aria-label={label}>
        {tabs.map((tab) => (
          <DsTabs.Tab key={tab.value} value={tab.value}>{tab.label}{tab.count !== undefined && <span className="count">{tab.count}</span>}</DsTabs.Tab>
        ))}
      </DsTabs.List>
      {tabs.map((tab) => <DsTabs.Panel key={tab.value} value={tab.value}>{tab.value === value && tab.content}</DsTabs.Panel>)}
    </DsTabs>
  )
}
