import type { Page } from '@playwright/test'

export interface ScrollFrames {
  /** Milliseconds between two frames in turn. */
  readonly gaps: readonly number[]
}

const steps = 90
const stepPixels = 160

/** Turns the wheel over `at` for ninety frames' worth and notes when each frame came. */
export const scrollFrames = async (page: Page, selector: string): Promise<ScrollFrames> => {
  const box = await page.locator(selector).first().boundingBox()
  if (box === null) throw new Error(`${selector} is not to be seen`)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.evaluate(() => {
    const times: number[] = []
    const tick = (time: number): void => {
      times.push(time)
      if (Reflect.get(window, 'benchFrames') === times) requestAnimationFrame(tick)
    }
    Reflect.set(window, 'benchFrames', times)
    requestAnimationFrame(tick)
  })
  for (let step = 0; step < steps; step += 1) await page.mouse.wheel(0, stepPixels)
  const times = await page.evaluate(() => {
    const noted = Reflect.get(window, 'benchFrames') as readonly number[]
    Reflect.set(window, 'benchFrames', null)
    return noted
  })
  return { gaps: times.slice(1).map((time, at) => time - (times[at] ?? time)) }
}
