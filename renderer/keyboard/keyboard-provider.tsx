import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { keyName, worksElement } from './key-name.ts'
import { createKeyRegistry } from './key-registry.ts'
import { KeyboardContext, type Keyboard } from './keyboard-context.ts'
import { createScanWatch } from './scan-watch.ts'

/** Listens to the keys of the whole window: acts bound by `useKeys`, and scanners. */
export function KeyboardProvider({ children }: { readonly children: ReactNode }) {
  const [keyboard] = useState<Keyboard>(() => ({ keys: createKeyRegistry(), scanHandlers: [] }))
  useEffect(() => {
    const scans = createScanWatch({ handlers: keyboard.scanHandlers, restore })
    const watchScans = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
      if (!scans.press({ key: event.key, at: event.timeStamp }, () => snapshot(event.target))) return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    const runKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return
      const name = keyName(event)
      if (worksElement(name) && event.target !== document.body) return
      if (keyboard.keys.press(name, isField(event.target))) event.preventDefault()
    }
    window.addEventListener('keydown', watchScans, { capture: true })
    window.addEventListener('keydown', runKey)
    return () => {
      window.removeEventListener('keydown', watchScans, { capture: true })
      window.removeEventListener('keydown', runKey)
    }
  }, [keyboard])
  return <KeyboardContext value={keyboard}>{children}</KeyboardContext>
}

interface FieldSnapshot {
  readonly field: HTMLInputElement | HTMLTextAreaElement
  readonly value: string
}

const isTextField = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

const isField = (target: EventTarget | null): boolean =>
  (isTextField(target) && target.type !== 'checkbox' && target.type !== 'radio') ||
  (target instanceof HTMLElement && target.isContentEditable)

const snapshot = (target: EventTarget | null): FieldSnapshot | null =>
  isTextField(target) ? { field: target, value: target.value } : null

/** React overrides the value setter of its fields; the prototype's own one and an input event let it see the change. */
const restore = (before: FieldSnapshot | null) => {
  if (before === null) return
  const { field, value } = before
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
