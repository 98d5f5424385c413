/** What can be typed into or pressed, in the order of the document; of a radio group only its chosen or first one. */
const stops = [
  'input:not([type="radio"]):not([disabled])',
  'input[type="radio"]:checked',
  'textarea:not([disabled])',
  'button:not([disabled])',
  '[tabindex="0"]',
]
  .map((selector) => `${selector}:not([tabindex="-1"])`)
  .join(',')

/** Puts the focus into the field with this path; false when it is not on the screen. */
export const focusField = (root: ParentNode, field: string): boolean => {
  const slot = root.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`)
  if (slot === null) return false
  const target = slot.matches('[tabindex]')
    ? slot
    : (slot.querySelector<HTMLElement>(stops) ?? slot.querySelector<HTMLElement>('input'))
  target?.focus()
  return target !== null
}

/** The next stop after an element inside a part of the screen, as Tab would go; null at its end. */
export const nextStop = (root: ParentNode, from: Element): HTMLElement | null => {
  const all = [...root.querySelectorAll<HTMLElement>(stops)].filter((each) => each.offsetParent !== null)
  return (
    all.find(
      (each) => (from.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !from.contains(each),
    ) ?? null
  )
}
