import type { Certificate, Education, EntryKind, LanguageLevel, Skill, Wish, Work } from '../competence.schema.ts'
import { CertificateForm, SkillForm, WishForm } from './SmallForms.tsx'
import { EducationForm, WorkForm } from './CareerForms.tsx'
import { LanguageForm } from './LanguageForm.tsx'

/** What is being recorded: a new entry of a kind, or one that is changed. */
export type Editing =
  | { kind: 'language'; value: LanguageLevel | undefined } | { kind: 'education'; value: Education | undefined } | { kind: 'work'; value: Work | undefined }
  | { kind: 'skill'; value: Skill | undefined } | { kind: 'certificate'; value: Certificate | undefined } | { kind: 'wish'; value: Wish | undefined }
  | { kind: EntryKind; value: undefined }

/** The form for the kind of entry being recorded. */
export function EntryForm({ personId, editing, onClose }: { personId: string; editing: Editing; onClose: () => void }) {
  const about = { personId, onClose }
  switch (editing.kind) {
    case 'language': return <LanguageForm {...about} value={editing.value} />
    case 'education': return <EducationForm {...about} value={editing.value} />
    case 'work': return <WorkForm {...about} value={editing.value} />
    case 'skill': return <SkillForm {...about} value={editing.value} />
    case 'certificate': return <CertificateForm {...about} value={editing.value} />
    case 'wish': return <WishForm {...about} value={editing.value} />
  }
}
