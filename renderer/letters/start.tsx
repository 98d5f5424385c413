import { Component, useCallback, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { findReport } from '../../contract/print-request.ts'
import type { LetterData, LetterRequest } from '../../contract/queries/letters.ts'
import '../i18n/setup.ts'
import { createClients } from '../ipc/clients.ts'
import { listenForPorts } from '../ipc/connection.ts'
import type { Paper } from '../printing/paper.ts'
import { reportPaper } from '../printing/report/report-paper.tsx'
import { findLetterRequest } from './letter-request.ts'
import { LetterSheets } from './letter-sheets.tsx'
import { countWith } from '../work-calendar.ts'
import './print-page.css'

// The hidden page that the shell prints: one letter or report, laid out, and then word that it is ready — or why it is not.

z.config({ jitless: true })
const { host, shell } = createClients(listenForPorts(window))

type Failure = 'bad_request' | 'no_letter' | 'does_not_add_up' | 'host_failed' | 'layout_failed'

/** Said once: the shell destroys the page on the first word. */
const fail = (code: Failure): void => {
  void shell.print.failed({ code }).catch(() => undefined)
}

function PrintedPaper({ paper }: { readonly paper: Paper }) {
  const onLaidOut = useCallback(
    (pages: number) => {
      if (pages === 0) return fail('layout_failed')
      const { key, printNo } = paper
      void shell.print.ready({ pages, key, printNo }).catch(() => undefined)
    },
    [paper],
  )
  return paper.sheets(onLaidOut)
}

/** A letter that breaks while it is drawn must not wait for the shell's time limit. */
class LayoutGuard extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError() {
    return { broken: true }
  }
  override componentDidCatch() {
    fail('layout_failed')
  }
  override render() {
    return this.state.broken ? null : this.props.children
  }
}

const letterOfDesk = async (request: LetterRequest): Promise<LetterData | null> => {
  const [desk, data] = await Promise.all([host.desk.get(), host.letters.data(request)])
  countWith(desk.notices)
  return data
}

/** Nobody is signed in there, and a guide counts no days. */
const guideOfTerminal = async (request: LetterRequest): Promise<LetterData | null> =>
  'itemId' in request ? host.kiosk.guideLetter({ id: request.itemId }) : null

const paperOf = async (query: URLSearchParams): Promise<Paper | Failure> => {
  const isTerminal = query.get('terminal') === 'yes'
  query.delete('terminal')
  const report = isTerminal ? null : findReport(Object.fromEntries(query))
  if (report !== null) return reportPaper(host, report, Date.now())
  const request = findLetterRequest(`?${query}`)
  if (request === null) return 'bad_request'
  const data = await (isTerminal ? guideOfTerminal(request) : letterOfDesk(request))
  if (data === null) return 'no_letter'
  const { key, letter, printNo } = data
  const sheets: Paper['sheets'] = (onLaidOut) => <LetterSheets data={data} onLaidOut={onLaidOut} />
  return { title: `${key} ${letter}`, key, printNo, sheets }
}

const start = async (): Promise<void> => {
  const root = document.getElementById('root')
  if (root === null) return fail('bad_request')
  const paper = await paperOf(new URLSearchParams(window.location.search))
  if (typeof paper === 'string') return fail(paper)
  document.title = paper.title
  createRoot(root).render(
    <LayoutGuard>
      <PrintedPaper paper={paper} />
    </LayoutGuard>,
  )
}

start().catch(() => fail('host_failed'))
