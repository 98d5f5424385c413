import { useSyncExternalStore } from 'react'

/** Pages of the console, in the order of its list. */
export const places = [
  'overview',
  'devices',
  'windows',
  'staff',
  'items',
  'calendars',
  'waiting',
  'history',
  'acts',
] as const
export type Place = (typeof places)[number]

/** Where one is, in the address: a page can be kept as a bookmark, and the browser's own keys go back. */
export const usePlace = (): Place => {
  const hash = useSyncExternalStore(listen, () => location.hash)
  return places.find((place) => hash === `#${place}`) ?? 'overview'
}

const listen = (changed: () => void): (() => void) => {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}
