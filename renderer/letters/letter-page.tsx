import type { ReactNode } from 'react'
import type { LetterData } from '../../contract/queries/letters.ts'
import { stamp } from '../i18n/dates.ts'
import { i18n } from '../i18n/setup.ts'
import { BarCode, QrCode } from './codes/code-image.tsx'
import type { LetterContent } from './letter-content.ts'
import type { LetterTemplate } from './templates.ts'

export interface LetterPageProps {
  readonly data: LetterData
  readonly template: LetterTemplate
  readonly content: LetterContent
  /** From 1. */
  readonly page: number
  readonly of: number
  readonly children: ReactNode
}

/** One A4 sheet: head with number and bar code, title, body, foot with QR, template, print and page. */
export function LetterPage(props: LetterPageProps) {
  const { data, content, page } = props
  const first = page === 1
  return (
    <article className="letter-sheet" lang="zh-CN">
      {first ? <FirstHead data={data} title={content.title} /> : <NextHead data={data} title={content.title} />}
      <div className="letter-body">{props.children}</div>
      {first ? <FirstFoot {...props} /> : <div className="letter-foot next">{printLine(props)}</div>}
    </article>
  )
}

function FirstHead({ data, title }: { readonly data: LetterData; readonly title: string }) {
  const { center, window, deviceNo, state } = data
  const phone = window?.phone ?? center.phone
  return (
    <>
      <header className="letter-head">
        <div className="letter-center">
          {center.name}
          <small>
            {window === null ? deviceNo : i18n.t('letters:head.window', { name: window.name, deviceNo })}
            {phone === null ? '' : i18n.t('letters:blank') + i18n.t('letters:head.phone', { phone })}
          </small>
        </div>
        <div className="letter-bars">
          <BarCode text={state.caseNo} label={state.caseNo} />
          <span>{state.caseNo}</span>
        </div>
      </header>
      <h1 className="letter-title">{title}</h1>
      <p className="letter-number">{i18n.t('letters:head.number', { caseNo: state.caseNo })}</p>
    </>
  )
}

function NextHead({ data, title }: { readonly data: LetterData; readonly title: string }) {
  return (
    <header className="letter-head next">
      <span>{data.center.name}</span>
      <span>{i18n.t('letters:head.continued', { title })}</span>
      <span>{data.state.caseNo}</span>
    </header>
  )
}

function FirstFoot(props: LetterPageProps) {
  const { data, content } = props
  const { center, state } = data
  const url =
    center.progressUrl === null ? null : center.progressUrl.replaceAll('{caseNo}', encodeURIComponent(state.caseNo))
  const phones = [center.supervisePhone, i18n.t('letters:value.hotline')].filter((phone) => phone !== null)
  return (
    <footer className="letter-foot">
      <QrCode text={url ?? state.caseNo} label={state.caseNo} sizeMm={24} />
      <div>
        <b>{i18n.t('letters:foot.progress')}</b>
        {i18n.t(url === null ? 'letters:foot.progressNo' : 'letters:foot.progressQr')}
        <b>{i18n.t('letters:foot.supervision')}</b>
        {phones.join(i18n.t('letters:and'))}
        {i18n.t('letters:stop')}
        <br />
        {content.notes.join('')}
        <div className="letter-print-line">{printLine(props)}</div>
      </div>
    </footer>
  )
}

/** Which template, when and where printed, which print, which page: a reprint never looks like the first. */
const printLine = ({ data, template, content, page, of }: LetterPageProps): string =>
  [
    i18n.t('letters:foot.template', { title: content.title, version: template.version, from: template.inForceFrom }),
    i18n.t('letters:foot.printed', { at: stamp(data.printedAt), deviceNo: data.deviceNo }),
    data.printNo === 1 ? i18n.t('letters:foot.first') : i18n.t('letters:foot.again', { n: data.printNo }),
    i18n.t('letters:foot.page', { n: page, of }),
  ].join(i18n.t('letters:blank'))
