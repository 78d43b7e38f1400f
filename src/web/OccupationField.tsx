import { useDeferredValue, useState } from 'react'
import { useApi, type Output } from './api.ts'
import { useText } from './i18n.tsx'
import { useMay } from './me.tsx'
import { Combobox } from './ui/Combobox.tsx'
import type { FieldProps } from './ui/field.ts'

type Props = FieldProps<string> & { label: string; description?: string; /** The name of the one chosen from before. */ valueLabel?: string
  /** Where the finer occupation of ESCO is kept too, if it is. */ esco?: Pick<FieldProps<string>, 'value' | 'onChange'> }
type Found = Output<'competence.findOccupations'>['rows'][number]

/** One option for each that was found: an ESCO occupation by its own name, with the group it belongs to under it. */
function useOccupationOption(): (found: Found) => { value: string; label: string; description?: string } {
  const t = useText('shell')
  return ({ code, name, groupName, esco }) => (esco === null ? { value: code, label: `${code} ${name}`, description: groupName ?? undefined }
    : { value: `${code} ${esco.uri}`, label: esco.name, description: [esco.also, t('occupation.within', { code, name })].filter(Boolean).join(' · ') })
}

/** An occupation of the standard, found by a word, its code, or a finer name of ESCO: on every screen that asks for one. */
export function OccupationField({ valueLabel, esco, value, onChange, ...props }: Props) {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<{ code: string; label: string }>()
  const text = useDeferredValue(typed)
  const may = useMay()
  const optionOf = useOccupationOption()
  const found = useApi('competence.findOccupations', { text }, { enabled: text.length > 1 && may('occupations.read'), keep: true })
  const options = (found.data?.rows ?? []).map(optionOf)
  const choose = (next: string | undefined): void => {
    const [code, uri] = next?.split(' ') ?? []
    setChosen(code === undefined ? undefined : { code, label: options.find((option) => option.value === next)?.label ?? code })
    onChange(code)
    esco?.onChange(uri)
  }
  const label = value && chosen?.code === value ? chosen.label : valueLabel ?? value ?? undefined
  return <Combobox {...props} value={value && esco?.value ? `${value} ${esco.value}` : value} onChange={choose} options={options} onSearch={setTyped} searching={found.isFetching} valueLabel={label} />
}
