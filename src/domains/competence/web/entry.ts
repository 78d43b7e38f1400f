/** What the form of one kind of entry is given; without a value it records a new one. */
export type EntryFormProps<V> = { personId: string; value: V | undefined; onClose: () => void }
