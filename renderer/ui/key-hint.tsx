import './key-hint.css'

/** The key beside an act. Screen readers get it from `aria-keyshortcuts` of the act itself. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return <kbd aria-hidden="true">{keys}</kbd>
}

/** `Ctrl S` as `aria-keyshortcuts` wants it: `Control+S`. */
export const keyShortcutsOf = (keys: string): string => keys.replaceAll('Ctrl', 'Control').replaceAll(' ', '+')
