import { useCallback, useDeferredValue, useEffect, useState } from 'react'
import { useApi } from './api.ts'
import { useMay } from './me.tsx'
import { MultiCombobox } from './ui/MultiCombobox.tsx'
import type { FieldProps } from './ui/field.ts'

/** The name of an occupation by its code; the code itself until it is known, and to those who may not ask. */
function OccupationName({ code }: { code: string }) {
  const may = useMay()
  const { data } = useApi('competence.findOccupations', { text: code }, { enabled: may('occupations.read') })
  return <>{data?.rows.find((one) => one.code === code)?.name ?? code}</>
}

/** Occupations by name, one after the other. */
export const OccupationNames = ({ codes }: { codes: readonly string[] }) => <>{codes.map((code, at) => <span key={code}>{at > 0 && ', '}<OccupationName code={code} /></span>)}</>

/** Fetches the name of one that was chosen before. */
function NameOf({ code, onFound }: { code: string; onFound: (code: string, name: string) => void }) {
  const may = useMay()
  const { data } = useApi('competence.findOccupations', { text: code }, { enabled: may('occupations.read') })
  const name = data?.rows.find((one) => one.code === code)?.name
  useEffect(() => { if (name !== undefined) onFound(code, `${code} ${name}`) }, [code, name, onFound])
  return null
}

/** Several occupations of the standard, found by a word or a code. */
export function OccupationsField(props: FieldProps<string[]> & { label: string; description?: string }) {
  const [typed, setTyped] = useState('')
  const [names, setNames] = useState<Record<string, string>>({})
  const text = useDeferredValue(typed)
  const may = useMay()
  const found = useApi('competence.findOccupations', { text }, { enabled: text.length > 1 && may('occupations.read'), keep: true })
  // a finer name of ESCO leads to its group: each group once
  const options = [...new Map((found.data?.rows ?? []).toReversed().map(({ code, name, groupName, esco }) => [code, { value: code, label: `${code} ${name}`, description: esco?.name ?? groupName ?? undefined }])).values()].toReversed()
  const learn = useCallback((code: string, name: string): void => setNames((now) => ({ ...now, [code]: name })), [])
  return <>{(props.value ?? []).map((code) => <NameOf key={code} code={code} onFound={learn} />)}<MultiCombobox {...props} options={options} labelOf={(code) => names[code]} onSearch={setTyped} searching={found.isFetching} /></>
}
