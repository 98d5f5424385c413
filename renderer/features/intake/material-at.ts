import type { PaperKind } from '../../files/paper-kind.ts'

/** The line of the checklist that an element is in, as what a scan is of. */
export const materialAt = (element: Element | null): PaperKind | null => {
  const material = element?.closest('[data-material]')?.getAttribute('data-material') ?? null
  return material === null ? null : { role: 'material', material }
}
