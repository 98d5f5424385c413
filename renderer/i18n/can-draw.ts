/** Fonts are what the system has: known once for each text. */
const known = new Map<string, boolean>()

/** False where the system has no font for a script and draws the same box for every letter: boxes are no text. */
export const canDraw = (text: string): boolean => {
  const before = known.get(text)
  if (before !== undefined) return before
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) return false
  context.font = '40px sans-serif'
  // Letters that show nothing by themselves (joiners, separators) tell nothing.
  const widths = [...text].map((letter) => context.measureText(letter).width).filter((width) => width > 0)
  const drawn = new Set(widths).size > 2
  known.set(text, drawn)
  return drawn
}
