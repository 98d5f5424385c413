/** A key as Electron tells of it before the page hears it. */
export type PressedKey = {
  readonly key: string
  readonly control: boolean
  readonly alt: boolean
  readonly meta: boolean
}

const moving: ReadonlySet<string> = new Set([
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'Backspace',
  'Delete',
  'End',
  'Enter',
  'Home',
  'PageDown',
  'PageUp',
  'Shift',
  'Tab',
])

/**
 * Whether a key reaches the page of a public terminal (SHL-31): what types a character, as scanners and a keyboard put there for people who
 * cannot use the screen do, and what moves about. No shortcut of the browser or the system that passes through here.
 */
export const mayPress = ({ key, control, alt, meta }: PressedKey): boolean =>
  !control && !alt && !meta && ([...key].length === 1 || moving.has(key))
