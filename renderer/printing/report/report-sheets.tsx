import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { ReportDocumentData } from '../../../contract/queries/statistics.ts'
import { measureLetter, type MeasuredLetter } from '../../letters/layout/measure-letter.ts'
import { paginate } from '../../letters/layout/paginate.ts'
import '../../letters/letters.css'
import { ReportBlockView } from './report-block.tsx'
import { type ReportBlock, reportBlocks } from './report-blocks.ts'
import { ReportPage, type ReportPrint } from './report-page.tsx'
import './report-sheets.css'

export interface ReportSheetsProps {
  readonly report: ReportDocumentData
  readonly print: ReportPrint
  /** Called when all pages stand as they will be printed; 0 = something has no room on any page. */
  readonly onLaidOut: (pages: number) => void
}

/** A report on as many A4 sheets as it needs, the same on the screen and on paper: measured on an endless sheet, then divided. */
export function ReportSheets({ report, print, onLaidOut }: ReportSheetsProps) {
  const blocks = useMemo(() => reportBlocks(report), [report])
  const endless = useRef<HTMLDivElement>(null)
  const sheets = useRef<HTMLDivElement>(null)
  const [measured, setMeasured] = useState<{ readonly of: typeof blocks; readonly by: MeasuredLetter } | null>(null)
  // Labels that are said again on a later page may need more room there than was measured.
  const [spare, setSpare] = useState(0)
  const layout = measured?.of === blocks ? measured.by : null

  useLayoutEffect(() => {
    const root = endless.current
    if (root === null || layout !== null) return
    let wanted = true
    void document.fonts.ready.then(() => {
      if (!wanted) return
      setSpare(0)
      setMeasured({ of: blocks, by: measureLetter(root, blocks) })
    })
    return () => {
      wanted = false
    }
  }, [blocks, layout])

  const pages = useMemo(() => {
    if (layout === null) return null
    const { first, next } = layout.room
    return paginate(layout.blocks, { first: first - spare, next: next - spare, closing: 0 })
  }, [layout, spare])
  useLayoutEffect(() => {
    const root = sheets.current
    if (pages === null || layout === null || root === null) return
    const tooHigh = overflowOf(root)
    if (tooHigh === 0) return onLaidOut(pages.length)
    // A page of which half stays empty would still not be whole: nothing is printed that is cut off.
    if (spare + tooHigh > layout.room.next / 2) return onLaidOut(0)
    setSpare(spare + tooHigh)
  }, [pages, layout, spare, onLaidOut])

  if (layout === null || pages === null)
    return (
      <div className="letter-endless" ref={endless} aria-hidden="true">
        <EndlessReport title={report.title} print={print} blocks={blocks} />
      </div>
    )
  return (
    <div className="letter report" ref={sheets}>
      {pages.map((fragments, at) => (
        <ReportPage key={at} title={report.title} print={print} page={at + 1} of={pages.length}>
          {fragments.map(({ block, from, to }) => {
            const source = blocks[block]
            if (source === undefined) return null
            return (
              <div key={block} className="letter-block">
                <ReportBlockView block={source} part={{ from, to, lineStarts: layout.lineStarts[block] ?? [] }} />
              </div>
            )
          })}
        </ReportPage>
      ))}
    </div>
  )
}

/** CSS pixels by which the fullest page is too full. */
const overflowOf = (root: HTMLElement): number =>
  Math.max(
    0,
    ...[...root.querySelectorAll<HTMLElement>('.letter-body')].map((body) => body.scrollHeight - body.clientHeight),
  )

interface EndlessReportProps {
  readonly title: string
  readonly print: ReportPrint
  readonly blocks: readonly ReportBlock[]
}

function EndlessReport({ title, print, blocks }: EndlessReportProps) {
  return (
    <div className="letter report">
      {(['first', 'next'] as const).map((kind, at) => (
        <ReportPage key={kind} title={title} print={print} page={at + 1} of={2}>
          <div className="letter-room" data-room={kind} />
        </ReportPage>
      ))}
      <div className="letter-sheet">
        {blocks.map((block, at) => (
          <div key={at} className="letter-block" data-block={at}>
            <ReportBlockView block={block} />
          </div>
        ))}
      </div>
    </div>
  )
}
