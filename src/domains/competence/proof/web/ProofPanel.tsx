import { useApi } from '#web/api.ts'
import { Loaded } from '#web/ui/Loaded.tsx'
import { AssessmentsSection } from './AssessmentsSection.tsx'
import { SheetSection } from './SheetSection.tsx'
import { TrialsSection } from './TrialsSection.tsx'
import './proof.css'

/** Proof an employer trusts where papers lack: what was seen at work, what was assessed, and the sheet she shows. */
export function ProofPanel({ id }: { id: string }) {
  return <Loaded query={useApi('competence.getProof', { personId: id })} rows={6}>{(proof) => (
    <div className="stack">
      <TrialsSection proof={proof} />
      <AssessmentsSection proof={proof} />
      <SheetSection proof={proof} />
    </div>)}</Loaded>
}
