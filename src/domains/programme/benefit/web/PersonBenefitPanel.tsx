import { useApi } from '#web/api.ts'
import { Loaded } from '#web/ui/Loaded.tsx'
import { HoldsSection } from './HoldsSection.tsx'
import { IncomesSection } from './IncomesSection.tsx'
import { PaymentsSection } from './PaymentsSection.tsx'
import { RefundsSection } from './RefundsSection.tsx'
import { TermsSection } from './TermsSection.tsx'
import './benefit.css'

/** A person's benefit: what it depends on, what is deducted, what waits, and what was paid. */
export function PersonBenefitPanel({ id }: { id: string }) {
  const query = useApi('programme.getPersonBenefit', { personId: id })
  return (
    <Loaded query={query} rows={6}>{(benefit) => (
      <div className="stack">
        <PaymentsSection benefit={benefit} />
        <TermsSection benefit={benefit} />
        <IncomesSection benefit={benefit} />
        <HoldsSection benefit={benefit} />
        <RefundsSection benefit={benefit} />
      </div>)}</Loaded>
  )
}
