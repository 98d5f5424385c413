import type { DisclosureCase } from '../../../../../domain/disclosure/disclosure-state.ts'
import { AskedPanel } from './asked-panel.tsx'
import { HandlingPanel } from './handling-panel.tsx'
import { ReplyPanel } from './reply-panel.tsx'
import './request-panels.css'

/** How a disclosure request is handled and answered, for whoever goes on with it. */
export function RequestPanels({ state }: { readonly state: DisclosureCase }) {
  return (
    <>
      <ReplyPanel state={state} />
      <HandlingPanel state={state} />
      <AskedPanel state={state} />
    </>
  )
}
