import { z } from 'zod'

const pixels = z.int().min(-100_000).max(100_000)
export const BoundsSchema = z.strictObject({ x: pixels, y: pixels, width: pixels.min(1), height: pixels.min(1) })
export type Bounds = z.infer<typeof BoundsSchema>

export const WindowPlaceSchema = z.strictObject({ bounds: BoundsSchema, maximized: z.boolean() })
export type WindowPlace = z.infer<typeof WindowPlaceSchema>

/** The smallest window in which nothing is cut (ui.md, Frame); device-independent pixels. */
export const designMinimum = { width: 1366, height: 768 } as const

/**
 * Where the window opens: where it was when it was last closed, as long as that screen is still there, else filling the
 * first screen. Never smaller than the design's minimum, never larger than its screen.
 *
 * @param screens work areas, the primary one first
 */
export const placeWindow = (saved: WindowPlace | null, screens: readonly [Bounds, ...Bounds[]]): WindowPlace => {
  const screen = saved === null ? undefined : screens.find((area) => shares(area, saved.bounds))
  if (saved === null || screen === undefined) return { bounds: screens[0], maximized: true }
  const { width: minWidth, height: minHeight } = minimumOn(screen)
  const width = clamp(saved.bounds.width, minWidth, screen.width)
  const height = clamp(saved.bounds.height, minHeight, screen.height)
  const x = clamp(saved.bounds.x, screen.x, screen.x + screen.width - width)
  const y = clamp(saved.bounds.y, screen.y, screen.y + screen.height - height)
  return { bounds: { x, y, width, height }, maximized: saved.maximized }
}

/** The design's minimum, or the whole screen where it is smaller. */
export const minimumOn = (screen: Bounds): { readonly width: number; readonly height: number } => ({
  width: Math.min(designMinimum.width, screen.width),
  height: Math.min(designMinimum.height, screen.height),
})

/** True when enough of the window lies on the screen to take hold of it. */
const shares = (area: Bounds, window: Bounds): boolean =>
  Math.min(area.x + area.width, window.x + window.width) - Math.max(area.x, window.x) >= 100 &&
  Math.min(area.y + area.height, window.y + window.height) - Math.max(area.y, window.y) >= 50

const clamp = (value: number, min: number, max: number): number => Math.min(Math.max(value, min), max)
