import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { hasGround } from '../match.core.ts'
import type { Match } from '../match.schema.ts'
import { ProposeInput } from '../presentation.schema.ts'
import { showsPresentations } from './words.ts'

export type Proposed = { personId: string; openingId: string; match: Match; of: string }

/** Thinks of a person for a place, for colleagues only. A place that nothing leads to asks for a reason (PLA-03). */
export function ProposeDialog({ proposed, onClose }: { proposed: Proposed; onClose: () => void }) {
  const t = useText('matching')
  const [id] = useState(newId)
  const propose = useCommand('matching.propose', { refreshes: showsPresentations, success: t('propose.done'), onDone: onClose })
  const { personId, openingId, match, of } = proposed
  const hasReason = hasGround(match)
  return (
    <Dialog open onClose={onClose} title={t('propose.title')}>
      <p><strong><bdi>{of}</bdi></strong></p>
      <p>{t('propose.help')}</p>
      {!hasReason && <Notice tone="warning">{t('propose.noGround')}</Notice>}
      <Form schema={ProposeInput} initial={{ id, personId, openingId }} submit={t('propose.save')} onSubmit={propose.run} refusals={propose.refusals} pending={propose.pending} onCancel={onClose}>
        {({ field }) => <TextArea {...field('note', t('propose.note'))} optional={hasReason} rows={3} />}
      </Form>
    </Dialog>
  )
}
