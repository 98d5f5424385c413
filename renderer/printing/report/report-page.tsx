import type { ReactNode } from 'react'
import { stamp } from '../../i18n/dates.ts'
import { i18n } from '../../i18n/setup.ts'

/** What the foot of every sheet says beside its number. */
export interface ReportPrint {
  /** Epoch milliseconds. */
  readonly printedAt: number
  readonly deviceNo: string
}

export interface ReportPageProps {
  readonly title: string
  readonly print: ReportPrint
  /** From 1. */
  readonly page: number
  readonly of: number
  readonly children: ReactNode
}

/** One A4 sheet: the title, in small on later sheets; the body; when and where printed, and which sheet of how many. */
export function ReportPage({ title, print, page, of, children }: ReportPageProps) {
  const { printedAt, deviceNo } = print
  return (
    <article className="letter-sheet" lang="zh-CN">
      {page === 1 ? (
        <h1 className="letter-title">{title}</h1>
      ) : (
        <header className="report-running">{i18n.t('letters:head.continued', { title })}</header>
      )}
      <div className="letter-body">{children}</div>
      <footer className="report-foot">
        <span>{i18n.t('letters:foot.printed', { at: stamp(printedAt), deviceNo })}</span>
        <span>{i18n.t('statistics:paper.page', { n: page, of })}</span>
      </footer>
    </article>
  )
}
