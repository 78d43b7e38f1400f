import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { usePathParam } from '#web/routing.ts'
import { PlainDate } from '#shared/date.ts'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { WishForm } from './WishForm.tsx'

/** A need that nobody fits today is kept, at the employer who has it; it begins from the newest talk, where there was one. */
export function NewWishPage() {
  const t = useText('standing-wishes')
  const today = PlainDate.parse(useMe().today)
  const [employerId, id] = [usePathParam('employerId'), usePathParam('id')]
  const employer = useApi('employers.getEmployer', { employerId })
  return (
    <Loaded query={employer} rows={8}>{({ name, needs: [need] }) => <>
      <PageHeader title={t('form.new')} description={<bdi>{name}</bdi>} crumbs={[{ label: <bdi>{name}</bdi>, to: `/employers/${employerId}` }]} />
      <WishForm initial={{ id, employerId, since: today, needId: need?.id ?? null, tasks: need?.answers.tasks ?? null, occupationCode: need?.answers.occupationCodes[0] ?? null, demands: [], schedule: [] }} />
    </>}</Loaded>
  )
}
