import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { usePathParam } from '#web/routing.ts'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { SaveWishInput } from '../wish.schema.ts'
import { WishForm } from './WishForm.tsx'

/** A standing wish is changed: from then on it rings for whoever reaches what is asked now. */
export function EditWishPage() {
  const t = useText('standing-wishes')
  const query = useApi('matching.getStandingWish', { wishId: usePathParam('id') })
  return (
    <Loaded query={query} rows={8}>{({ wish }) => <>
      <PageHeader title={t('form.change')} crumbs={[{ label: t('title'), to: '/standing-wishes' }, { label: wish.title, to: `/standing-wishes/${wish.id}` }]} description={<bdi>{wish.employerName}</bdi>} />
      <WishForm initial={SaveWishInput.parse(wish)} occupationName={wish.occupationName} />
    </>}</Loaded>
  )
}
