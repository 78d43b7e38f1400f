/** What every field takes, so that `{...field('name')}` of a form fits them all. */
export type FieldProps<V> = {
  id?: string
  name?: string
  value: V | null | undefined
  onChange: (value: V | undefined) => void
  onBlur?: () => void
  /** Shown at the field, and read with it. */
  error?: string
  /** Adds "(optional)" to the label: most fields are needed, so the few others are marked. */
  optional?: boolean
}

export type LabelProps = {
  label: string
  /** A line of help under the label. */
  description?: string
  disabled?: boolean
}
