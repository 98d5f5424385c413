import type { PublicEntry } from '../../domain/kiosk/public-entry.ts'

/** What the terminal shows. What somebody typed is in the screen alone and goes with it. */
export type Screen =
  | { readonly at: 'home' }
  | { readonly at: 'guides' }
  | { readonly at: 'guide'; readonly id: string; readonly from: 'home' | 'guides' | 'promises' }
  | { readonly at: 'progress' }
  | { readonly at: 'information' }
  | { readonly at: 'place'; readonly place: string }
  | { readonly at: 'entry'; readonly place: string; readonly entry: PublicEntry }
  | { readonly at: 'request' }
  | { readonly at: 'promises' }
  | { readonly at: 'complain' }
  | { readonly at: 'windows' }

export const home: Screen = { at: 'home' }

/** Where 返回 leads: one step up, never further than the first screen. */
export const backFrom = (screen: Screen): Screen => {
  switch (screen.at) {
    case 'guide':
      return { at: screen.from }
    case 'place':
      return { at: 'information' }
    case 'entry':
      return { at: 'place', place: screen.place }
    default:
      return home
  }
}

/** Which of the tiles a screen belongs to. */
export const tileOf = (screen: Screen): Exclude<Screen['at'], 'guide' | 'place' | 'entry'> => {
  const { at } = screen
  return at === 'guide' ? 'guides' : at === 'place' || at === 'entry' ? 'information' : at
}
