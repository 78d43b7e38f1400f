import { useDeferredValue, useState } from 'react'
import { useApi } from '#web/api.ts'
import { useMay } from '#web/me.tsx'
import { Combobox } from '#web/ui/Combobox.tsx'
import type { FieldProps } from '#web/ui/field.ts'

/** An occupation of the standard, found by name or code. */
export function OccupationField({ valueLabel, ...props }: FieldProps<string> & { label: string; /** The name of the one chosen from before. */ valueLabel?: string }) {
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed)
  const may = useMay()
  const found = useApi('competence.findOccupations', { text }, { enabled: text.length > 1 && may('occupations.read'), keep: true })
  const options = (found.data?.rows ?? []).map(({ code, name }) => ({ value: code, label: name, description: code }))
  return <Combobox {...props} options={options} onSearch={setTyped} searching={found.isFetching} valueLabel={valueLabel ?? props.value ?? undefined} />
}
