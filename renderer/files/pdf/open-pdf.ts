import './with-resolvers.ts'
import { PDFWorker, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { OpenPdf } from './pdf-file.ts'
import { PackagedData, bytesOf } from './pdf-data.ts'

/** How often the pixels of a page may be more than those of the screen: a plan in A0 is drawn no sharper than that. */
const mostPixels = 16_000_000

/** Opens a PDF in a worker of its own. `close` ends the worker and takes the fonts of the file off the page. */
export const openPdf = async (content: string): Promise<OpenPdf> => {
  const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' })
  const worker = PDFWorker.create({ port })
  const task = getDocument({
    data: bytesOf(content),
    worker,
    BinaryDataFactory: PackagedData,
    cMapUrl: '/cmaps/',
    cMapPacked: true,
    standardFontDataUrl: '/fonts/',
    wasmUrl: new URL('/pdf/', window.location.href).href,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    stopAtErrors: false,
  })
  const close = async (): Promise<void> => {
    await task.destroy().catch(() => undefined)
    worker.destroy()
    port.terminate()
  }
  try {
    const file = await task.promise
    return {
      pages: file.numPages,
      close,
      draw: async (canvas, { page: n, width, zoom }, signal) => {
        const page = await file.getPage(n)
        if (signal.aborted) return
        const plain = page.getViewport({ scale: 1 })
        const shown = (width / plain.width) * zoom
        const sharp = Math.min(window.devicePixelRatio, Math.sqrt(mostPixels / (plain.width * plain.height)) / shown)
        const viewport = page.getViewport({ scale: shown * sharp })
        // Drawn apart, so that the page before stands until the next one is whole.
        const apart = document.createElement('canvas')
        apart.width = Math.floor(viewport.width)
        apart.height = Math.floor(viewport.height)
        const work = page.render({ canvas: apart, viewport })
        const stop = () => work.cancel()
        signal.addEventListener('abort', stop)
        try {
          await work.promise
          if (signal.aborted) return
          canvas.width = apart.width
          canvas.height = apart.height
          canvas.style.width = `${String(Math.floor(plain.width * shown))}px`
          canvas.getContext('2d')?.drawImage(apart, 0, 0)
        } finally {
          signal.removeEventListener('abort', stop)
          apart.width = 0
          page.cleanup()
        }
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}
