import { describe, expect, it } from 'vitest'
import { parseOptions, parts } from './options.mjs'

describe('build options', () => {
  it('builds every part once when nothing is asked for', () => {
    expect(parseOptions([])).toEqual({ ok: true, value: { only: parts, watch: false } })
  })

  it('takes a list of parts in either spelling and keeps the fixed order', () => {
    const expected = { ok: true, value: { only: ['main', 'host'], watch: true } }
    expect(parseOptions(['--only', 'host,main', '--watch'])).toEqual(expected)
    expect(parseOptions(['--watch', '--only=host,main'])).toEqual(expected)
  })

  it.each([[['--only']], [['--only=']], [['--only', 'main,kiosk']], [['--fast']], [['main']]])(
    'refuses %j and shows the usage',
    (args) => {
      const parsed = parseOptions(args)
      expect(parsed.ok).toBe(false)
      if (!parsed.ok) expect(parsed.error).toContain('usage: node build/vite/build.mjs')
    },
  )
})
