import { useState } from 'react'
import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Combobox } from '#web/ui/Combobox.tsx'
import type { FieldProps } from '#web/ui/field.ts'

/** An occupation of the standard, found by a word or its code. */
export function OccupationField({ name, ...field }: FieldProps<string> & { label: string; name?: string; known: string | null | undefined }) {
  const t = useText('competence')
  const [text, setText] = useState('')
  const found = useApi('competence.findOccupations', { text }, { enabled: text.length > 1, keep: true })
  const { known, ...rest } = field
  const options = (found.data?.rows ?? []).map((one) => ({ value: one.code, label: `${one.code} ${one.name}`, description: one.groupName ?? undefined }))
  return <Combobox {...rest} name={name} description={t('form.occupationHelp')} options={options} onSearch={setText} searching={found.isFetching} valueLabel={rest.value ? `${rest.value} ${known ?? ''}`.trim() : undefined} />
}
