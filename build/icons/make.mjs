// Draws the application's icons from one description: `node build/icons/make.mjs`. The results are committed; nothing but
// Node is needed to draw them again. icon.svg for documents, NxN.png for Linux, icon.ico for Windows.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { icoOf, pngOf } from './formats.mjs'

const PNG_SIZES = [16, 24, 32, 48, 64, 128, 256, 512]
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256]
const ACCENT = [0x0f, 0x58, 0x7a]
const WHITE = [0xff, 0xff, 0xff]

/**
 * The mark 一窗 (one window) on a 24-unit grid: a square divided like a window, in white on the accent colour. The square's frame
 * is drawn as a white square with an accent square inside it; the bars reach into the frame, so that no seam
 * shows where two edges meet between pixels.
 *
 * @typedef {{ x: number, y: number, width: number, height: number, radius: number, colour: readonly number[] }} Box
 * @type {readonly Box[]}
 */
const BOXES = [
  { x: 0, y: 0, width: 24, height: 24, radius: 4, colour: ACCENT },
  { x: 4, y: 4, width: 16, height: 16, radius: 0, colour: WHITE },
  { x: 5.8, y: 5.8, width: 12.4, height: 12.4, radius: 0, colour: ACCENT },
  { x: 5, y: 8.2, width: 14, height: 1.5, radius: 0, colour: WHITE },
  { x: 11.25, y: 8.5, width: 1.5, height: 10.5, radius: 0, colour: WHITE },
  { x: 12, y: 13, width: 7, height: 1.5, radius: 0, colour: WHITE },
]

function svg() {
  const rects = BOXES.map(({ x, y, width, height, radius, colour }) => {
    const fill = `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`
    return `  <rect x="${x}" y="${y}" width="${width}" height="${height}"${radius > 0 ? ` rx="${radius}"` : ''} fill="${fill}"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="512" height="512">\n${rects.join('\n')}\n</svg>\n`
}

/**
 * The boxes painted one over the other, each pixel with the share of it that is covered (64 samples).
 *
 * @param {number} size pixels
 * @returns {Uint8Array} RGBA rows
 */
function paint(size) {
  const pixels = new Uint8Array(size * size * 4)
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      let [red, green, blue, alpha] = [0, 0, 0, 0] // colour parts are premultiplied by alpha
      for (const box of BOXES) {
        const share = coverage(box, column, row, 24 / size)
        const [r = 0, g = 0, b = 0] = box.colour
        red = r * share + red * (1 - share)
        green = g * share + green * (1 - share)
        blue = b * share + blue * (1 - share)
        alpha = share + alpha * (1 - share)
      }
      const parts = alpha === 0 ? [0, 0, 0, 0] : [red / alpha, green / alpha, blue / alpha, alpha * 255]
      pixels.set(parts.map(Math.round), (row * size + column) * 4)
    }
  }
  return pixels
}

/** @param {Box} box @param {number} column @param {number} row @param {number} unit grid units a pixel */
function coverage(box, column, row, unit) {
  let inside = 0
  for (let sample = 0; sample < 64; sample += 1) {
    const x = (column + ((sample % 8) + 0.5) / 8) * unit
    const y = (row + (Math.floor(sample / 8) + 0.5) / 8) * unit
    if (contains(box, x, y)) inside += 1
  }
  return inside / 64
}

/** @param {Box} box @param {number} x @param {number} y */
function contains({ x: left, y: top, width, height, radius }, x, y) {
  if (x < left || y < top || x > left + width || y > top + height) return false
  const fromCornerX = radius - Math.min(x - left, left + width - x)
  const fromCornerY = radius - Math.min(y - top, top + height - y)
  return fromCornerX <= 0 || fromCornerY <= 0 || Math.hypot(fromCornerX, fromCornerY) <= radius
}

const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url))
/** @param {number} size */
const png = (size) => ({ size, data: pngOf(paint(size), size) })
writeFileSync(here('icon.svg'), svg())
for (const { size, data } of PNG_SIZES.map(png)) writeFileSync(here(`${size}x${size}.png`), data)
writeFileSync(here('icon.ico'), icoOf(ICO_SIZES.map(png)))
