/**
 * Masks for everything that is shown without being asked for. No law fixes the digits: ours are the strict usual ones. The
 * functions mask whatever they are given, valid or not; numbers too short to hide anything useful are hidden whole.
 */

/** `990***********0027`: the first 3 and the last 4. */
export const maskIdNumber = (text: string): string => maskMiddle(text, 3, 4)

/** `138****2046`: the first 3 and the last 4. */
export const maskPhone = (text: string): string => maskMiddle(text, 3, 4)

/**
 * The first character stays, and from three characters on the last one too, so that two people in a list can be told apart:
 * 王伟 → 王＊, 孙建国 → 孙＊国, 阿不都·热合曼 → 阿＊＊＊＊＊＊曼.
 */
export const maskName = (name: string): string => {
  const characters = [...name.trim()]
  const first = characters[0] ?? ''
  if (characters.length < 2) return characters.length === 0 ? '' : '＊'
  if (characters.length === 2) return `${first}＊`
  return first + '＊'.repeat(characters.length - 2) + (characters[characters.length - 1] ?? '')
}

const maskMiddle = (text: string, head: number, tail: number): string => {
  const characters = [...text.trim()]
  const hidden = characters.length - head - tail
  // Fewer than three stars would leave a number that can be tried out.
  if (hidden < 3) return '*'.repeat(characters.length)
  return [...characters.slice(0, head), '*'.repeat(hidden), ...characters.slice(-tail)].join('')
}
