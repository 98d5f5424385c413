import { typesText } from './key-name.ts'

export interface KeyBinding {
  /** As it is shown: `F9`, `Ctrl K`, `E`. */
  readonly keys: string
  /** What it does, for the status line; absent = the key works but is not listed. */
  readonly label?: string
  /** How the status line writes it, when one line stands for several keys: `↑ ↓`. */
  readonly shown?: string
  readonly run: () => void
  /** False = shown nowhere and does nothing now. */
  readonly enabled?: boolean
  /** Belongs to the frame: a page that binds the same key goes first, and its keys are shown first. */
  readonly frame?: boolean
  /** Works above open dialogs too: locking. */
  readonly always?: boolean
}

/** Stands for one dialog; only its identity matters. */
export interface KeyLayer {
  readonly name: string
}

export interface KeyRegistry {
  /** Adds bindings to a layer (null = the page); the ones bound last win. Returns how to take them off. */
  readonly bind: (bindings: readonly KeyBinding[], layer: KeyLayer | null) => () => void
  /** Opens a layer that shuts out the bindings below it, as a dialog does. Returns how to close it. */
  readonly openLayer: (layer: KeyLayer) => () => void
  /** Runs what is bound to the key; true when something was. `inField` = the focus is where text is typed. */
  readonly press: (name: string, inField: boolean) => boolean
  /** Bindings of the layer on top that have a label, in the order bound, each key once. */
  readonly shown: () => readonly KeyBinding[]
  readonly subscribe: (listener: () => void) => () => void
}

export const createKeyRegistry = (): KeyRegistry => {
  const entries: { readonly layer: KeyLayer | null; readonly bindings: readonly KeyBinding[] }[] = []
  const layers: KeyLayer[] = []
  const listeners = new Set<() => void>()
  let shown: readonly KeyBinding[] = []

  const top = () => layers.at(-1) ?? null
  const active = () =>
    entries.flatMap(({ layer, bindings }) =>
      bindings.filter((binding) => binding.enabled !== false && (layer === top() || binding.always === true)),
    )
  const changed = () => {
    const all = active()
    const ofPage = all.filter((binding) => binding.frame !== true)
    const ofFrame = all.filter((binding) => binding.frame === true && !ofPage.some(({ keys }) => keys === binding.keys))
    // A later binding of the same key hides the earlier one.
    const byKeys = new Map([...ofPage, ...ofFrame].map((binding) => [binding.keys, binding]))
    shown = [...byKeys.values()].filter((binding) => binding.label !== undefined)
    for (const listener of listeners) listener()
  }

  return {
    bind: (bindings, layer) => {
      const entry = { layer, bindings }
      entries.push(entry)
      changed()
      return () => {
        entries.splice(entries.indexOf(entry), 1)
        changed()
      }
    },
    openLayer: (layer) => {
      layers.push(layer)
      changed()
      return () => {
        layers.splice(layers.indexOf(layer), 1)
        changed()
      }
    },
    press: (name, inField) => {
      if (inField && typesText(name)) return false
      const candidates = active().filter((each) => each.keys === name)
      const binding = candidates.filter((each) => each.frame !== true).at(-1) ?? candidates.at(-1)
      binding?.run()
      return binding !== undefined
    },
    shown: () => shown,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
