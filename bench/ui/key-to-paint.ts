import type { Page } from '@playwright/test'

export interface Watched {
  /** Selector of the part of the page whose last change counts, which may come with it; null = the frame after the input alone. */
  readonly within: string | null
  /** How long to look for changes, milliseconds. */
  readonly watchMs: number
}

/**
 * Milliseconds from the moment that a key or a character reached the page to the frame that shows the last change it made within. What is
 * typed into a field is no change of the document, so the frame after the input counts in any case.
 */
export const paintedAfterInput = async (page: Page, send: () => Promise<void>, watched: Watched): Promise<number> => {
  await page.evaluate(watch, watched)
  await send()
  return page.evaluate(() => Reflect.get(window, 'benchPaint') as Promise<number>)
}

/** In the page. */
const watch = ({ within, watchMs }: Watched): void => {
  const painted = new Promise<number>((resolve) => {
    let began: number | null = null
    let last = 0
    // A message is delivered when the frame before it has been drawn.
    const note = (): void => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          last = performance.now()
        }
        port2.postMessage(null)
      })
    }
    const counts = (node: Node): boolean => {
      const element = node instanceof Element ? node : node.parentElement
      return within !== null && element !== null && (element.closest(within) ?? element.querySelector(within)) !== null
    }
    const observer = new MutationObserver((changes) => {
      if (began !== null && changes.some(({ target }) => counts(target))) note()
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    const onInput = (event: Event): void => {
      note()
      if (began !== null) return
      const start = event.timeStamp
      began = start
      setTimeout(() => {
        observer.disconnect()
        window.removeEventListener('keydown', onInput, true)
        window.removeEventListener('input', onInput, true)
        resolve(last - start)
      }, watchMs)
    }
    window.addEventListener('keydown', onInput, true)
    window.addEventListener('input', onInput, true)
  })
  Reflect.set(window, 'benchPaint', painted)
}
