import type { kiosk as chinese } from '../zh-cn/kiosk.ts'
import type { Texts } from './texts.ts'

/**
 * Traditional Mongolian (mn-Mong) of the public terminal: its question and the names of its tiles, as they stand in the design. A center has them
 * read by a translator of its own before it offers them (docs/operations.md); whatever is not here stands in Chinese alone.
 */
export const kiosk: Texts<typeof chinese> = {
  mongolian: 'ᠮᠣᠩᠭᠣᠯ',
  ask: 'ᠲᠠ ᠶᠠᠭᠤ ᠪᠦᠲᠦᠭᠡᠬᠦ ᠪᠤᠢ',
  tiles: {
    guides: { name: 'ᠠᠵᠢᠯ ᠤᠨ ᠵᠠᠭᠠᠪᠤᠷᠢ' },
    progress: { name: 'ᠠᠵᠢᠯ ᠤᠨ ᠶᠠᠪᠤᠴᠠ' },
    information: { name: 'ᠮᠡᠳᠡᠭᠡ ᠨᠡᠭᠡᠭᠡᠬᠦ' },
    request: { name: 'ᠭᠤᠶᠤᠴᠢᠯᠠᠬᠤ' },
    promises: { name: 'ᠠᠮᠠᠯᠠᠯᠲᠠ' },
    complain: { name: 'ᠬᠢᠨᠠᠯᠲᠠ' },
    windows: { name: 'ᠴᠣᠩᠬᠣ' },
  },
}
