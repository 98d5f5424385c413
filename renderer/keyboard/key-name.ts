type KeyParts = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>

/**
 * Name of a key press as it stands beside an act: `F9`, `Ctrl K`, `Alt 1`, `Alt W`, `Esc`, `/`, `E`. Letters are upper case;
 * Shift counts only with named keys, since for characters it is part of the character.
 */
export const keyName = (event: KeyParts): string => {
  const named = event.key.length > 1
  // With Alt some layouts type other characters; the physical key is what stands on the keyboard.
  const physical = event.altKey || event.ctrlKey ? /^(?:Key|Digit)(.)$/.exec(event.code)?.[1] : undefined
  const key = physical ?? (named ? (names[event.key] ?? event.key) : event.key.toUpperCase())
  const parts = [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey && named ? 'Shift' : '',
    key,
  ]
  return parts.filter((part) => part !== '').join(' ')
}

/** True for keys that type something: they belong to the field that has the focus. */
export const typesText = (name: string): boolean => name.length === 1

/** Keys by which the element that has the focus is worked: nobody else may take them from it. */
export const worksElement = (name: string): boolean => name === 'Enter' || name === 'Space'

const names: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  ' ': 'Space',
}
