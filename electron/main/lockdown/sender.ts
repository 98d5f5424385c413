import { appOrigin } from '../../../contract/page.ts'

/** What is known of the frame an IPC message came from. */
export type Sender = {
  /** Address of the sending frame, null when the frame is already gone. */
  readonly url: string | null
  readonly isMainFrame: boolean
  /** True when the shell opened the window the frame is in. */
  readonly known: boolean
}

/** True when a message may be heard at all (SHL-8): from the top frame of a window of ours, on a page of ours. */
export const isOurPage = ({ url, isMainFrame, known }: Sender): boolean =>
  known && isMainFrame && url !== null && url.startsWith(`${appOrigin}/`)
