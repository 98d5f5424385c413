import { useEffect, useState } from 'react'
import { type OpenPdf, type PdfFault, pdfFault } from './pdf-file.ts'

type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly pdf: OpenPdf }
  | { readonly kind: 'failed'; readonly fault: PdfFault }

/** Opens a PDF, and closes it when it is no longer shown, however far it came. What reads it is loaded with the first one. */
export const useOpenPdf = (content: string): Opened => {
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' })
  useEffect(() => {
    let wanted = true
    const opening = import('./open-pdf.ts').then(({ openPdf }) => openPdf(content))
    opening.then(
      (pdf) => (wanted ? setOpened({ kind: 'open', pdf }) : undefined),
      (error: unknown) => (wanted ? setOpened({ kind: 'failed', fault: pdfFault(error) }) : undefined),
    )
    return () => {
      wanted = false
      void opening.then(
        (pdf) => pdf.close(),
        () => undefined,
      )
    }
  }, [content])
  return opened
}
