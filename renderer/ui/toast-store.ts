import { createContext, use } from 'react'

export interface ToastMessage {
  readonly text: string
  /** A problem stays until it is read; everything else leaves by itself. */
  readonly kind: 'done' | 'problem'
  readonly code?: string | null
  readonly action?: { readonly label: string; readonly run: () => void }
}

/** Says something that needs no answer, at the lower right. */
export type ShowToast = (message: ToastMessage) => void

export const ToastContext = createContext<ShowToast | null>(null)

/** Throws outside of `ToastProvider`: a bug. */
export const useToast = (): ShowToast => {
  const show = use(ToastContext)
  if (show === null) throw new Error('useToast outside of ToastProvider')
  return show
}
