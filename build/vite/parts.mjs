import { builtinModules } from 'node:module'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { pdfDecodersPlugin } from './pdf-decoders.mjs'

/** The oldest runtime the application is tested on: Electron 25 (Node 18.15, Chromium 114). */
const nodeTarget = 'node18.15'
const pageTarget = 'chrome114'

/** Entry files of each part, relative to the project's root. */
export const entriesOf = /** @type {const} */ ({
  main: ['electron/main/start.ts'],
  preload: ['electron/preload/start.ts'],
  host: ['electron/host/start.ts'],
  renderer: [
    'renderer/index.html',
    'renderer/kiosk.html',
    'renderer/board.html',
    'renderer/print.html',
    'renderer/failure.html',
  ],
  console: ['renderer/console.html'],
})

/**
 * The vite configuration of one part. Source maps are left out on purpose: they would carry paths of the building machine
 * into the package.
 *
 * @param {import('./options.mjs').Part} part
 * @param {{ root: string, watch: boolean }} options
 * @returns {import('vite').InlineConfig}
 */
export function configOf(part, { root, watch }) {
  const common = /** @type {const} */ ({ configFile: false, envDir: false, logLevel: 'warn', clearScreen: false })
  const build = {
    outDir: join(root, 'out', part),
    emptyOutDir: true,
    sourcemap: false,
    reportCompressedSize: false,
    watch: watch ? {} : null,
  }
  if (part === 'renderer' || part === 'console') {
    return {
      ...common,
      root: join(root, 'renderer'),
      base: part === 'console' ? '/console/' : '/',
      publicDir: false,
      plugins: part === 'renderer' ? [react(), pdfDecodersPlugin(root)] : [react()],
      // The worker of pdf.js imports its decoders while it runs.
      worker: { format: 'es' },
      build: {
        ...build,
        target: pageTarget,
        // The page's policy allows no inline script and no font from a data: address.
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        // The files are read from the local disk: one large chunk costs less than many small ones.
        chunkSizeWarningLimit: 4096,
        rolldownOptions: { input: entriesOf[part].map((entry) => join(root, entry)) },
      },
    }
  }
  return {
    ...common,
    root,
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    // Bundled libraries choose their production code by this name; the host may not depend on how it was started.
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      ...build,
      ssr: join(root, entriesOf[part][0]),
      target: nodeTarget,
      // Readable names in a support log are worth more here than a few kilobytes.
      minify: false,
      rolldownOptions: {
        // `better-sqlite3` loads a compiled addon beside itself and stays a package of its own.
        external: [...nodeModules, 'electron', ...(part === 'host' ? [/^better-sqlite3(?:\/|$)/] : [])],
        output: {
          format: 'cjs',
          entryFileNames: 'start.cjs',
          // A sandboxed preload can load no second file; the others start faster from one.
          codeSplitting: false,
        },
      },
    },
  }
}

const nodeModules = [...builtinModules, ...builtinModules.map((name) => `node:${name}`), /^node:/]
