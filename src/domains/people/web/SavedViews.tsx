import { useState } from 'react'
import { useApi, useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { z } from 'zod'
import type { ListState } from './filters.ts'
import type { PeopleFilter } from '../person.schema.ts'

type Filter = Omit<ListState, 'sort' | 'page'>
const Named = z.object({ name: z.string().trim().min(1).max(80) })

/** The same for two filters that find the same, whatever order they were chosen in. */
const inWords = (filter: PeopleFilter | Filter): string => JSON.stringify(Object.entries(filter).filter(([, value]) => value !== undefined).toSorted(([one], [other]) => one.localeCompare(other)))

/** Filters kept under a name, one's own. The menu opens them; the one in sight can be kept or taken away. */
export function SavedViews({ filter, onOpen }: { filter: Filter; onOpen: (view: PeopleFilter) => void }) {
  const t = useText('people')
  const [naming, setNaming] = useState<string>()
  const views = useApi('people.listViews', {}).data?.rows ?? []
  const save = useCommand('people.saveView', { refreshes: ['people.listViews'], success: t('view.saved'), onDone: () => setNaming(undefined) })
  const remove = useCommand('people.deleteView', { refreshes: ['people.listViews'], success: t('view.removed') })
  const isNarrowed = Object.values(filter).some((value) => value !== undefined)
  const current = views.find(({ query }) => inWords(query) === inWords(filter))
  if (views.length === 0 && !isNarrowed) return null
  return (
    <div className="cluster no-print people-views">
      {views.length > 0 && <Menu label={t('view.open')} groups={[{ items: views.map((view) => ({ key: view.id, label: view.name, chosen: view === current, onSelect: () => onOpen(view.query) })) }]}>{current?.name ?? t('view.mine')}</Menu>}
      {isNarrowed && !current && <Button kind="quiet" icon="plus" onClick={() => { save.reset(); setNaming(newId()) }}>{t('view.save')}</Button>}
      {current && <Button kind="quiet" icon="bin" pending={remove.pending} onClick={() => { void remove.run({ id: current.id }) }}>{t('view.remove', { name: current.name })}</Button>}
      <Dialog open={naming !== undefined} onClose={() => setNaming(undefined)} title={t('view.save')}>
        <Form schema={Named} initial={{}} submit={t('view.keep')} refusals={save.refusals} pending={save.pending} onCancel={() => setNaming(undefined)}
          onSubmit={({ name }) => save.run({ id: naming ?? newId(), name, query: filter })}>
          {({ field }) => <TextField {...field('name', t('view.name'))} description={t('view.nameHelp')} />}
        </Form>
      </Dialog>
    </div>
  )
}
