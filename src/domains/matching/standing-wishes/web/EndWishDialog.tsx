import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import type { Wish } from '../wish.schema.ts'
import { EndReason, EndWishInput } from '../wish.schema.ts'
import { showsWishes } from './words.ts'

/** Ends a standing wish with a reason: it rings no more. */
export function EndWishDialog({ wish, onClose }: { wish: Wish; onClose: () => void }) {
  const t = useText('standing-wishes')
  const end = useCommand('matching.endStandingWish', { refreshes: showsWishes, success: t('end.done'), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={t('end.title')}>
      <p>{t('end.help')}</p>
      <Form schema={EndWishInput} initial={{ id: wish.id, version: wish.version }} submit={t('page.end')} onSubmit={end.run} refusals={end.refusals} pending={end.pending} onCancel={onClose} onReload={end.refresh}>
        {({ field }) => <RadioGroup {...field('reason', t('end.reason'))} options={EndReason.options.map((value) => ({ value, label: t(`end.${value}`) }))} />}
      </Form>
    </Dialog>
  )
}
