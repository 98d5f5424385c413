import type { WebContents } from 'electron'

/** Chromium's zoom levels that the frame is designed for: 100 % to about 207 %. */
const maxLevel = 4

export type ZoomKey = { readonly control: boolean; readonly alt: boolean; readonly meta: boolean; readonly key: string }

/** The zoom level after this key, or null when it is no zoom key. Without a menu the shell has to do this itself. */
export const zoomAfter = ({ control, alt, meta, key }: ZoomKey, level: number): number | null => {
  if (!control || alt || meta) return null
  if (key === '0') return 0
  if (key === '+' || key === '=') return Math.min(level + 1, maxLevel)
  if (key === '-') return Math.max(level - 1, 0)
  return null
}

export const allowZoom = (contents: WebContents): void => {
  contents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown') return
    const level = zoomAfter(input, contents.getZoomLevel())
    if (level === null) return
    event.preventDefault()
    contents.setZoomLevel(level)
  })
}
