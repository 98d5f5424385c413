import { type ReactNode, use } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { KeyboardContext, KeyLayerContext, useKeyLayer, useKeys } from '../keyboard/keyboard-context.ts'
import './dialog.css'

export interface DialogProps {
  readonly title: ReactNode
  readonly open: boolean
  /** Esc and the scrim; whatever was filled in is the caller's to keep. */
  readonly onClose: () => void
  readonly footer?: ReactNode
  /** `side` = room for something to read beside the form. */
  readonly wide?: boolean | 'side'
  /** `alertdialog` for a question that cannot be undone. */
  readonly role?: 'dialog' | 'alertdialog'
  readonly children: ReactNode
}

/** Keeps the focus inside while open and gives it back afterwards. */
export function Dialog({ title, open, onClose, footer, wide = false, role = 'dialog', children }: DialogProps) {
  const layer = useKeyLayer('dialog', open)
  const hasKeyboard = use(KeyboardContext) !== null
  return (
    <ModalOverlay className="scrim" isOpen={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Modal className={`dialog-modal ${wide === 'side' ? 'side' : wide ? 'wide' : ''}`}>
        <AriaDialog className="dialog" role={role}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <KeyLayerContext value={layer}>
            {hasKeyboard ? <CloseKey onClose={onClose} /> : null}
            <div className="dialog-body">{children}</div>
            {footer === undefined ? null : <footer>{footer}</footer>}
          </KeyLayerContext>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Esc closes even when what had the focus has just gone from the screen, and the key reaches the page instead of the dialog. */
function CloseKey({ onClose }: { readonly onClose: () => void }) {
  useKeys([{ keys: 'Esc', run: onClose }])
  return null
}
