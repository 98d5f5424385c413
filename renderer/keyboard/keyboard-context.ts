import { createContext, use, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { KeyBinding, KeyLayer, KeyRegistry } from './key-registry.ts'

/** Gets what was scanned; true = taken. Handlers are asked in turn, the one bound last first. */
export type ScanHandler = (text: string) => boolean

export interface Keyboard {
  readonly keys: KeyRegistry
  readonly scanHandlers: ScanHandler[]
}

export const KeyboardContext = createContext<Keyboard | null>(null)

/** The dialog one is in; null = the page. */
export const KeyLayerContext = createContext<KeyLayer | null>(null)

/** Throws outside of `KeyboardProvider`: a bug. */
const useKeyboard = (): Keyboard => {
  const keyboard = use(KeyboardContext)
  if (keyboard === null) throw new Error('no KeyboardContext')
  return keyboard
}

/** Binds keys while the component is shown. The acts may change with every render; only the keys, labels and `enabled` re-bind. */
export const useKeys = (bindings: readonly KeyBinding[]): void => {
  const { keys } = useKeyboard()
  const layer = use(KeyLayerContext)
  const latest = useRef(bindings)
  useLayoutEffect(() => {
    latest.current = bindings
  })
  const shape = JSON.stringify(
    bindings.map(({ keys: name, label, enabled, frame, always }) => [name, label, enabled, frame, always]),
  )
  useEffect(
    () =>
      keys.bind(
        latest.current.map((binding, index) => ({ ...binding, run: () => latest.current[index]?.run() })),
        layer,
      ),
    [keys, layer, shape],
  )
}

export const useScan = (handler: ScanHandler): void => {
  const { scanHandlers } = useKeyboard()
  const latest = useRef(handler)
  useLayoutEffect(() => {
    latest.current = handler
  })
  useEffect(() => {
    const call: ScanHandler = (text) => latest.current(text)
    scanHandlers.push(call)
    return () => {
      scanHandlers.splice(scanHandlers.indexOf(call), 1)
    }
  }, [scanHandlers])
}

/** The keys usable here, for the status line. */
export const useShownKeys = (): readonly KeyBinding[] => {
  const { keys } = useKeyboard()
  return useSyncExternalStore(keys.subscribe, keys.shown)
}

/**
 * Shuts out the keys of the page below while a dialog is open. What it returns goes into a `KeyLayerContext` around the dialog's
 * content. Does nothing where there is no keyboard, as on the print page.
 */
export const useKeyLayer = (name: string, open: boolean): KeyLayer => {
  const keyboard = use(KeyboardContext)
  const [layer] = useState<KeyLayer>(() => ({ name }))
  useEffect(() => (open ? keyboard?.keys.openLayer(layer) : undefined), [keyboard, open, layer])
  return layer
}
