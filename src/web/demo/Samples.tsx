import { z } from 'zod'
import { useFilters } from '../routing.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PrintButton } from '../ui/PrintButton.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { Tag } from '../ui/Tag.tsx'
import { SampleFacts } from './SampleFacts.tsx'
import { SampleForm } from './SampleForm.tsx'
import { SampleStates } from './SampleStates.tsx'
import { SampleTable } from './SampleTable.tsx'
import texts from './samples.json' with { type: 'json' }

const Filters = z.object({ tab: z.string().default('tables') })

/** Every part of the interface on one page, for those who build screens. Only in test installations. */
export function Samples() {
  const [{ tab }, change] = useFilters(Filters)
  return (
    <>
      <PageHeader title={texts.title} description={texts.description} crumbs={[{ label: texts.crumbs[0], to: '/ui' }]}
        facts={<Tag tone="accent">{texts.crumbs[1]}</Tag>} actions={<PrintButton />} />
      <Tabs label={texts.title} value={tab} onChange={(next) => change({ tab: next })} tabs={[
        { value: 'tables', label: texts.tabs.tables, count: texts.table.rows.length, content: <SampleTable /> },
        { value: 'forms', label: texts.tabs.forms, content: <SampleForm /> },
        { value: 'facts', label: texts.tabs.facts, content: <SampleFacts /> },
        { value: 'states', label: texts.tabs.states, content: <SampleStates /> },
      ]} />
    </>
  )
}
