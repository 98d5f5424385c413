import type { DrawingContext } from 'bwip-js/browser'
import { code128, qrcode } from 'bwip-js/browser'

/** A code as one SVG path in a box of `width` × `height` units, quiet zone included; the caller gives the millimetres. */
export interface CodePath {
  readonly width: number
  readonly height: number
  readonly path: string
}

/** Code 128 of a case number. Throws on a text that Code 128 cannot hold: a bug, since case numbers are ASCII. */
export const code128Path = (text: string): CodePath =>
  code128({ bcid: 'code128', text, scale: 1, height: 10 }, pathDrawing({ x: quietZone128, y: 0 }))

/** QR, error correction M: survives a fold and a coffee ring, still 25 mm for an address of 80 characters. */
export const qrPath = (text: string): CodePath =>
  qrcode(qrOptions(text), pathDrawing({ x: quietZoneQr, y: quietZoneQr }))

/** The library's types leave out the option that chooses the error correction. */
const qrOptions = (text: string): Parameters<typeof qrcode>[0] & { readonly eclevel: 'M' } => ({
  bcid: 'qrcode',
  text,
  scale: 1,
  eclevel: 'M',
})

/** ISO/IEC 15417: ten modules at both ends; a unit is a module here. */
const quietZone128 = 10
/** ISO/IEC 18004: four modules around; a module is two units here. */
const quietZoneQr = 8

const pathDrawing = (quiet: { readonly x: number; readonly y: number }): DrawingContext<CodePath> => {
  let width = 0
  let height = 0
  const parts: string[] = []
  return {
    scale: () => null,
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (w, h) => {
      width = w
      height = h
    },
    line: (x0, y0, _x1, y1, lineWidth) => {
      // Bars come as vertical strokes on their middle line, rounded up to a whole unit when the width is odd.
      const left = x0 - Math.ceil(lineWidth / 2) + quiet.x
      parts.push(`M${left} ${Math.min(y0, y1) + quiet.y}h${lineWidth}v${Math.abs(y1 - y0)}h${-lineWidth}z`)
    },
    polygon: (points) => {
      parts.push(`M${points.map(([x, y]) => `${x + quiet.x} ${y + quiet.y}`).join('L')}z`)
    },
    hexagon: () => undefined,
    ellipse: () => undefined,
    fill: () => undefined,
    text: () => undefined,
    end: () => ({ width: width + 2 * quiet.x, height: height + 2 * quiet.y, path: parts.join('') }),
  }
}
