import { useRef, useState, type DragEvent } from 'react'
import { useText } from '../i18n.tsx'
import { Button } from './Button.tsx'
import { FieldFrame } from './FieldFrame.tsx'
import { Icon } from './Icon.tsx'
import { Progress } from './Progress.tsx'

type Props = {
  label: string
  description?: string
  error?: string
  /** As in HTML: `.xlsx,.csv`. */
  accept: string
  onFile: (file: File) => void
  /** Share sent, 0 to 1, while it is being sent. */
  sent?: number
}

/** One file, chosen or dropped. */
export function FileField({ label, description, error, accept, onFile, sent }: Props) {
  const t = useText('shell')
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [name, setName] = useState<string>()
  const take = (file: File | undefined): void => { if (file) { setName(file.name); onFile(file) } }
  const drop = (event: DragEvent): void => { event.preventDefault(); setOver(false); take(event.dataTransfer.files[0]) }
  return (
    <FieldFrame label={label} description={description} error={error}>
      <input ref={input} className="ds-sr-only" type="file" accept={accept} aria-invalid={error === undefined ? undefined : true}
        onChange={(event) => { take(event.target.files?.[0]); event.target.value = '' }} />
      <div className="file-field" data-over={over} onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={drop}>
        <Icon name="file" size={28} />
        <p>{name === undefined ? t('file.drop') : <bdi>{name}</bdi>}</p>
        <Button onClick={() => input.current?.click()}>{name === undefined ? t('file.choose') : t('file.another')}</Button>
        {sent !== undefined && sent < 1 && <Progress label={t('file.sending')} share={sent} />}
      </div>
    </FieldFrame>
  )
}
