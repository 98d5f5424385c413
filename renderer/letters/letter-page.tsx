import type { ReactNode } from 'react'
import type { LetterData } from '../../contract/queries/letters.ts'
import { isForApplicant } from '../../domain/letters/letter-kind.ts'
import { stamp } from '../i18n/dates.ts'
import { i18n } from '../i18n/setup.ts'
import { BarCode, QrCode } from './codes/code-image.tsx'

export interface LetterPageProps {
  readonly data: LetterData
  /** From 1. */
  readonly page: number
  readonly of: number
  readonly children: ReactNode
}

/** One A4 sheet: head with number and bar code, title, body, foot with QR, template, print and page. */
export function LetterPage(props: LetterPageProps) {
  const { data, page } = props
  const first = page === 1
  return (
    <article className="letter-sheet" lang="zh-CN">
      {data.voided ? <div className="letter-void">{i18n.t('letters:void')}</div> : null}
      {first ? <FirstHead data={data} /> : <NextHead data={data} />}
      <div className="letter-body">{props.children}</div>
      {first ? <FirstFoot {...props} /> : <div className="letter-foot next">{printLine(props)}</div>}
    </article>
  )
}

function FirstHead({ data }: { readonly data: LetterData }) {
  const { center, window, deviceNo, key, content } = data
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
          <BarCode text={key} label={key} />
          <span>{key}</span>
        </div>
      </header>
      {content.second === null ? (
        <h1 className="letter-title">{content.title}</h1>
      ) : (
        <SecondLanguage second={content.second} title={content.title} />
      )}
      <p className="letter-number">{content.number}</p>
    </>
  )
}

/** Mongolian runs down the page and stands left of the Chinese, in letters of the same size (regulation of 1996 on both scripts). */
function SecondLanguage(props: {
  readonly second: NonNullable<LetterData['content']['second']>
  readonly title: string
}) {
  const { second, title } = props
  return (
    <div className="letter-two-titles">
      <div className="letter-second" lang={second.language}>
        <strong>{second.title}</strong>
        {second.lines.map((line, at) => (
          // Printed lines never change their order: the place is the identity.
          <p key={at}>{line}</p>
        ))}
      </div>
      <h1 className="letter-title">{title}</h1>
    </div>
  )
}

function NextHead({ data }: { readonly data: LetterData }) {
  return (
    <header className="letter-head next">
      <span>{data.center.name}</span>
      <span>{i18n.t('letters:head.continued', { title: data.content.title })}</span>
      <span>{data.key}</span>
    </header>
  )
}

function FirstFoot(props: LetterPageProps) {
  const { data } = props
  const { center, key, content } = data
  // Only cases have a progress, and only their applicants look it up.
  const shown = data.state !== null && isForApplicant(data.letter)
  const template = shown ? center.progressUrl : null
  const url = template === null ? null : template.replaceAll('{caseNo}', encodeURIComponent(key))
  const phones = [center.supervisePhone, i18n.t('letters:value.hotline')].filter((phone) => phone !== null)
  return (
    <footer className="letter-foot">
      <QrCode text={url ?? key} label={key} sizeMm={24} />
      <div>
        {shown ? (
          <>
            <b>{i18n.t('letters:foot.progress')}</b>
            {i18n.t(url === null ? 'letters:foot.progressNo' : 'letters:foot.progressQr')}
          </>
        ) : null}
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
const printLine = ({ data, page, of }: LetterPageProps): string => {
  const { content, printedAt, deviceNo, printNo } = data
  const { title, version, inForceFrom: from } = content
  return [
    i18n.t('letters:foot.template', { title, version, from }),
    i18n.t('letters:foot.printed', { at: stamp(printedAt), deviceNo }),
    printNo === 1 ? i18n.t('letters:foot.first') : i18n.t('letters:foot.again', { n: printNo }),
    i18n.t('letters:foot.page', { n: page, of }),
  ].join(i18n.t('letters:blank'))
}
