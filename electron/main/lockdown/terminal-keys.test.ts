import { expect, it } from 'vitest'
import { mayPress } from './terminal-keys.ts'

const none = { control: false, alt: false, meta: false } as const

it('[SHL-31] a terminal hears what is typed and what moves about', () => {
  for (const key of ['a', 'X', '7', '-', ' ', '青', 'Enter', 'Tab', 'Backspace', 'ArrowDown', 'PageUp'])
    expect(mayPress({ key, ...none }), key).toBe(true)
})

it('[SHL-31] and no shortcut', () => {
  for (const key of ['F1', 'F5', 'F11', 'F12', 'Escape', 'ContextMenu', 'PrintScreen', 'BrowserBack', 'Alt', 'Control'])
    expect(mayPress({ key, ...none }), key).toBe(false)
  for (const key of ['r', 'p', 'w', 'q', 'n', 't', 'o', 's', '+', '-', '0', 'Tab', 'ArrowLeft', 'F4', 'Home', 'Delete'])
    for (const held of ['control', 'alt', 'meta'])
      expect(mayPress({ key, ...none, [held]: true }), `${held} ${key}`).toBe(false)
})
