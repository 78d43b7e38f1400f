import { z } from 'zod'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import type { Opening } from '../opening.schema.ts'

const WithdrawInput = z.object({ id: z.string(), version: z.int(), reason: z.string().trim().min(1).max(500) })
type Props = { opening: Pick<Opening, 'id' | 'version' | 'proposedCount' | 'isOpenToParticipants'>; open: boolean; onClose: () => void }

/** Says what follows before an opening is withdrawn, and asks why. */
export function WithdrawDialog({ opening, open, onClose }: Props) {
  const t = useText('opportunities')
  const withdraw = useCommand('opportunities.withdrawOpening', { refreshes: ['opportunities.getOpening', 'opportunities.listOpenings'], success: t('page.withdrawnDone'), onDone: onClose })
  const consequences = [t('withdraw.list'), ...(opening.isOpenToParticipants ? [t('withdraw.participants')] : []), t('withdraw.proposed', { count: opening.proposedCount }), t('withdraw.agreements'), t('withdraw.back')]
  return (
    <Dialog open={open} onClose={onClose} title={t('withdraw.title')}>
      <ul className="consequences">{consequences.map((line) => <li key={line}>{line}</li>)}</ul>
      <Form schema={WithdrawInput} initial={{ id: opening.id, version: opening.version }} onSubmit={withdraw.run} refusals={withdraw.refusals} pending={withdraw.pending}
        submit={t('page.withdraw')} onCancel={onClose} onReload={() => { void withdraw.refresh() }}>
        {({ field }) => <TextField {...field('reason', t('withdraw.reason'))} />}
      </Form>
    </Dialog>
  )
}
