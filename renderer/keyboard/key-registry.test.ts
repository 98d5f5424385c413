import { describe, expect, it } from 'vitest'
import { createKeyRegistry, type KeyBinding } from './key-registry.ts'

const setup = () => {
  const registry = createKeyRegistry()
  const log: string[] = []
  const key = (keys: string, name: string, more: Partial<KeyBinding> = {}): KeyBinding => ({
    keys,
    label: name,
    run: () => log.push(name),
    ...more,
  })
  const shown = () => registry.shown().map(({ keys, label }) => `${keys} ${label}`)
  return { registry, log, key, shown }
}

describe('key registry', () => {
  it('runs what was bound last and gives the key back when that goes', () => {
    const { registry, log, key } = setup()
    registry.bind([key('F9', 'first')], null)
    const off = registry.bind([key('F9', 'second')], null)
    expect(registry.press('F9', false)).toBe(true)
    off()
    registry.press('F9', false)
    expect(registry.press('F8', false)).toBe(false)
    expect(log).toEqual(['second', 'first'])
  })

  it('lets a page go before the frame, whichever was bound last', () => {
    const { registry, log, key, shown } = setup()
    registry.bind([key('F3', 'page search')], null)
    registry.bind([key('F3', 'frame search', { frame: true }), key('F2', 'new intake', { frame: true })], null)
    registry.press('F3', false)
    expect(log).toEqual(['page search'])
    expect(shown()).toEqual(['F3 page search', 'F2 new intake'])
  })

  it('leaves characters to the field that has the focus, and works other keys there', () => {
    const { registry, log, key } = setup()
    registry.bind([key('/', 'search'), key('F9', 'act')], null)
    expect(registry.press('/', true)).toBe(false)
    expect(registry.press('F9', true)).toBe(true)
    expect(registry.press('/', false)).toBe(true)
    expect(log).toEqual(['act', 'search'])
  })

  it('shuts out the page while a dialog is open, except for what always works', () => {
    const { registry, log, key, shown } = setup()
    registry.bind([key('F9', 'page act'), key('Ctrl L', 'lock', { always: true, frame: true })], null)
    const dialog = { name: 'dialog' }
    const close = registry.openLayer(dialog)
    registry.bind([key('F9', 'dialog act')], dialog)
    // A page that renders again below the dialog binds its keys anew, and still below it.
    registry.bind([key('F9', 'page act again')], null)
    registry.press('F9', false)
    registry.press('Ctrl L', false)
    expect(shown()).toEqual(['F9 dialog act', 'Ctrl L lock'])
    close()
    registry.press('F9', false)
    expect(log).toEqual(['dialog act', 'lock', 'page act again'])
  })

  it('neither runs nor shows what is not possible now', () => {
    const { registry, key, shown } = setup()
    registry.bind([key('F9', 'act', { enabled: false })], null)
    expect(registry.press('F9', false)).toBe(false)
    expect(shown()).toEqual([])
  })

  it('tells of every change', () => {
    const { registry, key } = setup()
    let changes = 0
    const stop = registry.subscribe(() => changes++)
    const off = registry.bind([key('F9', 'act')], null)
    off()
    stop()
    registry.bind([key('F9', 'act')], null)
    expect(changes).toBe(2)
  })
})
