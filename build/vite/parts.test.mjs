import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parts } from './options.mjs'
import { configOf, entriesOf } from './parts.mjs'
import { pdfDecoders } from './pdf-decoders.mjs'

const options = { root: '/project', watch: false }

describe('build of the parts', () => {
  it.each(parts)('%s is built from files that exist, into its own folder, without source maps', (part) => {
    const { build } = configOf(part, options)
    expect(build?.outDir).toMatch(new RegExp(`[\\\\/]out[\\\\/]${part}$`))
    expect(build?.sourcemap).toBe(false)
    for (const entry of entriesOf[part])
      expect(existsSync(new URL(`../../${entry}`, import.meta.url)), entry).toBe(true)
  })

  it.each(/** @type {const} */ (['main', 'preload', 'host']))(
    '%s is one CommonJS file for Node 18, and only Electron, Node and the compiled addon stay outside',
    (part) => {
      const { build, ssr } = configOf(part, options)
      expect(build?.target).toBe('node18.15')
      expect(build?.rolldownOptions?.output).toMatchObject({
        format: 'cjs',
        entryFileNames: 'start.cjs',
        codeSplitting: false,
      })
      expect(ssr?.noExternal).toBe(true)
      const external = build?.rolldownOptions?.external
      const isOutside = (/** @type {string} */ name) =>
        Array.isArray(external) && external.some((rule) => (rule instanceof RegExp ? rule.test(name) : rule === name))
      expect(['electron', 'fs', 'node:fs', 'node:fs/promises'].every(isOutside)).toBe(true)
      expect(['zod', '@orpc/server', 'kysely'].some(isOutside)).toBe(false)
      expect(isOutside('better-sqlite3')).toBe(part === 'host')
    },
  )

  it('the decoders that pdf.js loads by name are in the package, with their licences', () => {
    for (const name of Object.entries(pdfDecoders).flat(2))
      expect(existsSync(new URL(`../../node_modules/pdfjs-dist/wasm/${name}`, import.meta.url)), name).toBe(true)
  })

  it('the pages are built for Chromium 114 with nothing inlined that their policy refuses', () => {
    const { build } = configOf('renderer', options)
    expect(build?.target).toBe('chrome114')
    expect(build?.assetsInlineLimit).toBe(0)
    expect(build?.modulePreload).toEqual({ polyfill: false })
  })
})
