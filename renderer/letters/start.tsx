import { Component, useCallback, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import type { LetterData, LetterRequest } from '../../contract/queries/letters.ts'
import '../i18n/setup.ts'
import { createClients } from '../ipc/clients.ts'
import { listenForPorts } from '../ipc/connection.ts'
import { findLetterRequest } from './letter-request.ts'
import { LetterSheets } from './letter-sheets.tsx'
import { countWith } from '../work-calendar.ts'
import './print-page.css'

// The hidden page that the shell prints: one letter, laid out, and then word that it is ready — or why it is not.

z.config({ jitless: true })
const { host, shell } = createClients(listenForPorts(window))

/** Said once: the shell destroys the page on the first word. */
const fail = (code: 'bad_request' | 'no_letter' | 'host_failed' | 'layout_failed'): void => {
  void shell.print.failed({ code }).catch(() => undefined)
}

function PrintedLetter({ data }: { readonly data: LetterData }) {
  const onLaidOut = useCallback(
    (pages: number) => {
      const { key, printNo } = data
      void shell.print.ready({ pages, key, printNo }).catch(() => undefined)
    },
    [data],
  )
  return <LetterSheets data={data} onLaidOut={onLaidOut} />
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

const start = async (): Promise<void> => {
  const root = document.getElementById('root')
  const query = new URLSearchParams(window.location.search)
  const isTerminal = query.get('terminal') === 'yes'
  query.delete('terminal')
  const request = findLetterRequest(`?${query}`)
  if (root === null || request === null) return fail('bad_request')
  const data = await (isTerminal ? guideOfTerminal(request) : letterOfDesk(request))
  if (data === null) return fail('no_letter')
  document.title = `${data.key} ${data.letter}`
  createRoot(root).render(
    <LayoutGuard>
      <PrintedLetter data={data} />
    </LayoutGuard>,
  )
}

start().catch(() => fail('host_failed'))
