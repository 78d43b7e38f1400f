import { createContext, use, useCallback, useState, type ReactNode } from 'react'
import { useText } from '../i18n.tsx'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'

type Toast = { id: string; text: string }

const STAYS = 7000
const ToastContext = createContext<((text: string) => void) | null>(null)

/** Short messages that something is done; read aloud without moving the focus. */
export function ToastRegion({ children }: { children: ReactNode }) {
  const t = useText('shell')
  const [toasts, setToasts] = useState<Toast[]>([])
  const drop = useCallback((id: string) => setToasts((all) => all.filter((one) => one.id !== id)), [])
  const toast = useCallback((text: string) => {
    const id = crypto.randomUUID()
    setToasts((all) => [...all.slice(-2), { id, text }])
    setTimeout(() => drop(id), STAYS)
  }, [drop])
  return (
    <ToastContext value={toast}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map(({ id, text }) => (
          <div key={id} className="toast">
            <Icon name="check" /><span>{text}</span>
            <Button kind="quiet" icon="close" iconOnly onClick={() => drop(id)}>{t('toast.close')}</Button>
          </div>
        ))}
      </div>
    </ToastContext>
  )
}

/** `toast('Lagret')` */
export function useToast(): (text: string) => void {
  const toast = use(ToastContext)
  if (!toast) throw new Error('ToastRegion is missing')
  return toast
}
