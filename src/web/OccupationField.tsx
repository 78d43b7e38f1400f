import { useDeferredValue, useState } from 'react'
import { useApi } from './api.ts'
import { useMay } from './me.tsx'
import { Combobox } from './ui/Combobox.tsx'
import type { FieldProps } from './ui/field.ts'

type Props = FieldProps<string> & { label: string; description?: string; /** The name of the one chosen from before. */ valueLabel?: string }

/** An occupation of the standard, found by a word or its code: on every screen that asks for one. */
export function OccupationField({ valueLabel, ...props }: Props) {
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed)
  const may = useMay()
  const found = useApi('competence.findOccupations', { text }, { enabled: text.length > 1 && may('occupations.read'), keep: true })
  const options = (found.data?.rows ?? []).map(({ code, name, groupName }) => ({ value: code, label: `${code} ${name}`, description: groupName ?? undefined }))
  return <Combobox {...props} options={options} onSearch={setTyped} searching={found.isFetching} valueLabel={valueLabel ?? props.value ?? undefined} />
}
