import type { Session } from 'electron'
import { appOrigin } from '../../../contract/page.ts'
import type { Flags } from '../command-line/parse-flags.ts'

export interface AskedPermission {
  readonly permission: string
  /** Address of the window that asks. */
  readonly from: string
  readonly isMainFrame: boolean
  /** What of the media devices it wants: `video`, `audio`, `unknown`. */
  readonly media: readonly string[]
}

/**
 * SHL-3: the workbench sees the camera that papers are photographed with, and hears nothing. Nobody is asked: whoever works at the desk
 * presses the key for it, and a picture stays in the form.
 */
export const isGiven = (mode: Flags['mode'], { permission, from, isMainFrame, media }: AskedPermission): boolean =>
  mode === 'workbench' &&
  permission === 'media' &&
  isMainFrame &&
  from === `${appOrigin}/index.html` &&
  media.length > 0 &&
  media.every((kind) => kind === 'video')

/**
 * A page gets no permission of the browser and no device but that one camera (SHL-3): no microphone, location, notification,
 * clipboard reading, screen capture, USB, HID, serial, Bluetooth, no file-system access, no full screen by itself. What the
 * workbench needs of the machine goes through the shell contract.
 */
export const limitPermissions = (session: Session, mode: Flags['mode']): void => {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    answer(isGiven(mode, { permission, from: contents.getURL(), isMainFrame: details.isMainFrame, media }))
  })
  session.setPermissionCheckHandler((contents, permission, _origin, details) =>
    isGiven(mode, {
      permission,
      from: contents?.getURL() ?? '',
      isMainFrame: details.isMainFrame,
      media: details.mediaType === undefined ? [] : [details.mediaType],
    }),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }))
  session.on('select-hid-device', (event, _details, answer) => {
    event.preventDefault()
    answer(null)
  })
  session.on('select-serial-port', (event, _ports, _contents, answer) => {
    event.preventDefault()
    answer('')
  })
  session.on('select-usb-device', (event, _details, answer) => {
    event.preventDefault()
    answer()
  })
}
