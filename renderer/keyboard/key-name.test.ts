import { describe, expect, it } from 'vitest'
import { keyName, typesText, worksElement } from './key-name.ts'

const press = (key: string, more: Partial<Parameters<typeof keyName>[0]> = {}) =>
  keyName({ key, code: '', ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, ...more })

describe('keyName', () => {
  it('names keys as they stand beside an act', () => {
    expect(press('F9')).toBe('F9')
    expect(press('Escape')).toBe('Esc')
    expect(press('ArrowDown')).toBe('↓')
    expect(press('e')).toBe('E')
    expect(press('?', { shiftKey: true })).toBe('?')
    expect(press('Tab', { shiftKey: true })).toBe('Shift Tab')
  })

  it('takes the physical key with Ctrl and Alt, whatever the layout types', () => {
    expect(press('k', { code: 'KeyK', ctrlKey: true })).toBe('Ctrl K')
    expect(press('k', { code: 'KeyK', metaKey: true, ctrlKey: true })).toBe('Ctrl K')
    expect(press('∑', { code: 'KeyW', altKey: true })).toBe('Alt W')
    expect(press('¡', { code: 'Digit1', altKey: true })).toBe('Alt 1')
  })

  it('tells keys that type from keys that work', () => {
    expect([typesText('/'), typesText('E'), typesText('F9'), typesText('Ctrl K')]).toEqual([true, true, false, false])
    expect([worksElement('Enter'), worksElement('Space'), worksElement('F9')]).toEqual([true, true, false])
  })
})
