import type { ReactNode } from 'react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { Mark } from './mark.tsx'
import { ToastContext, type ToastMessage } from './toast-store.ts'
import './toast.css'

const shownFor = 6000

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('ui')
  const [toasts, setToasts] = useState<readonly (ToastMessage & { readonly id: number })[]>([])
  const remove = useCallback((id: number) => setToasts((list) => list.filter((each) => each.id !== id)), [])
  const show = useCallback(
    (message: ToastMessage) => {
      const id = nextId()
      setToasts((list) => [...list, { ...message, id }])
      if (message.kind === 'done') window.setTimeout(() => remove(id), shownFor)
    },
    [remove],
  )
  return (
    <ToastContext value={show}>
      {children}
      <div className="toasts" role="log" aria-live="polite">
        {toasts.map((toast) => (
          <div key={toast.id} className="toast" role={toast.kind === 'problem' ? 'alert' : undefined}>
            <Mark name={toast.kind === 'problem' ? 'cross' : 'done'} />
            <span>{toast.text}</span>
            {toast.code ? <span className="small nowrap">{t('code', { code: toast.code })}</span> : null}
            {toast.action === undefined ? null : (
              <Button size="sm" onPress={toast.action.run}>
                {toast.action.label}
              </Button>
            )}
            {toast.kind === 'problem' ? (
              <Button size="sm" onPress={() => remove(toast.id)}>
                {t('dismiss')}
              </Button>
            ) : null}
          </div>
        ))}
      </div>
    </ToastContext>
  )
}

let lastId = 0
const nextId = () => ++lastId
