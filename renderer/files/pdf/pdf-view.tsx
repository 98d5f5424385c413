import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../ui/banner.tsx'
import { Progress } from '../../ui/progress.tsx'
import { PdfBar } from './pdf-bar.tsx'
import type { OpenPdf } from './pdf-file.ts'
import { useOpenPdf } from './use-open-pdf.ts'
import './pdf-view.css'

/** A PDF, one page at a time: PgUp PgDn turn it, + − 0 change its size. When it closes nothing of it stays. */
export function PdfView({ name, content }: { readonly name: string; readonly content: string }) {
  const { t } = useTranslation('files')
  const opened = useOpenPdf(content)
  if (opened.kind === 'failed')
    return (
      <Banner tone="problem" title={t(`pdf.fault.${opened.fault}`)}>
        {t(`pdf.faultText.${opened.fault}`)}
      </Banner>
    )
  if (opened.kind === 'opening') return <Progress label={t('opening')} />
  return <PdfPages name={name} pdf={opened.pdf} />
}

/** Room beside the page for the edges of the desk. */
const edges = 32

function PdfPages({ name, pdf }: { readonly name: string; readonly pdf: OpenPdf }) {
  const { t } = useTranslation('files')
  const [page, setPage] = useState(1)
  const [zoom, setZoom] = useState(1)
  const [drawn, setDrawn] = useState<{ readonly page: number; readonly zoom: number } | null>(null)
  const [failed, setFailed] = useState(false)
  const desk = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)

  useEffect(() => {
    const [paper, room] = [canvas.current, desk.current]
    if (paper === null || room === null) return
    const stopped = new AbortController()
    pdf
      .draw(paper, { page, width: Math.max(200, room.clientWidth - edges), zoom }, stopped.signal)
      .then(() => {
        if (stopped.signal.aborted) return
        setFailed(false)
        setDrawn({ page, zoom })
      })
      .catch(() => {
        if (!stopped.signal.aborted) setFailed(true)
      })
    return () => stopped.abort()
  }, [pdf, page, zoom])

  useEffect(() => {
    desk.current?.focus()
    const paper = canvas.current
    return () => {
      // The pixels go at once, not when memory is next tidied up.
      if (paper !== null) paper.width = paper.height = 0
    }
  }, [])

  const turn = (to: number) => {
    setPage(Math.min(pdf.pages, Math.max(1, to)))
    desk.current?.scrollTo(0, 0)
  }
  const ready = drawn?.page === page && drawn.zoom === zoom
  return (
    <>
      <PdfBar page={page} pages={pdf.pages} zoom={zoom} onPage={turn} onZoom={setZoom} />
      {failed ? <Banner tone="problem" title={t('pdf.pageFailed', { n: page })} /> : null}
      <div className="pdf-desk" ref={desk} tabIndex={0} role="region" aria-label={name} aria-busy={!ready && !failed}>
        <canvas ref={canvas} role="img" aria-label={t('pdf.page', { n: page, of: pdf.pages })} />
      </div>
    </>
  )
}
