import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * What pdf.js loads by name at run time for scans packed with JBIG2 or JPEG 2000: its decoders as plain script, since the page's policy
 * allows no WebAssembly. The worker imports them from `/pdf/`; their licences lie beside them.
 */
export const pdfDecoders = /** @type {const} */ ({
  'jbig2_nowasm_fallback.js': ['LICENSE_JBIG2', 'LICENSE_PDFJS_JBIG2'],
  'openjpeg_nowasm_fallback.js': ['LICENSE_OPENJPEG', 'LICENSE_PDFJS_OPENJPEG'],
})

/** Licences of pdf.js itself, of its character maps and of the fonts that are built into modules. */
const otherLicences = ['LICENSE', 'cmaps/LICENSE', 'standard_fonts/LICENSE_FOXIT', 'standard_fonts/LICENSE_LIBERATION']

/**
 * Puts them into the build under the names that pdf.js asks for.
 *
 * @param {string} root
 * @returns {import('vite').Plugin}
 */
export const pdfDecodersPlugin = (root) => ({
  name: 'pdf-decoders',
  apply: 'build',
  async generateBundle() {
    const names = Object.entries(pdfDecoders).flatMap(([script, licences]) => [script, ...licences])
    for (const name of names) {
      const source = await readFile(join(root, 'node_modules/pdfjs-dist/wasm', name))
      this.emitFile({ type: 'asset', fileName: name.endsWith('.js') ? `pdf/${name}` : `pdf/${name}.txt`, source })
    }
    for (const path of otherLicences) {
      const source = await readFile(join(root, 'node_modules/pdfjs-dist', path))
      this.emitFile({ type: 'asset', fileName: `pdf/${path.replace('/', '_')}.txt`, source })
    }
  },
})
