/**
 * Character maps and the fonts that a PDF may leave out, as modules that are loaded when a file asks for one: the application's scheme
 * knows no `fetch`. Chinese maps only: of the others a file brings what it needs or is drawn with the system's fonts.
 */
const files: Readonly<Record<string, () => Promise<unknown>>> = import.meta.glob(
  [
    '../../../../../node_modules/pdfjs-dist/cmaps/{GB*,UniGB*,Adobe-GB1-*,UniCNS*,Adobe-CNS1-*,B5pc-*,ETen-B5-*,ETenms-B5-*,HKscs-B5-*}.bcmap',
    '../../../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}',
  ],
  { query: '?url&inline', import: 'default' },
)

const byName = new Map(Object.entries(files).map(([path, load]) => [path.slice(path.lastIndexOf('/') + 1), load]))

/** Reads them from the package for pdf.js, in place of its own reader, which fetches. */
export class PackagedData {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const address = await byName.get(filename)?.()
    if (typeof address !== 'string') throw new Error(`not packaged: ${filename}`)
    return bytesOf(address.slice(address.indexOf(',') + 1))
  }
}

export const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))
