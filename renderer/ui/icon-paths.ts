/** Line icons on an 18 × 18 grid; every path is stroked with the current colour. */
export const iconPaths = {
  today: [
    'M4 3.500h10a1 1 0 011 1v10a1 1 0 01-1 1H4a1 1 0 01-1-1v-10a1 1 0 011-1z',
    'M3 7h12M6 2v3M12 2v3M6.300 11.200l1.900 1.900 3.500-3.700',
  ],
  intake: ['M2.5 10.5v4a1 1 0 001 1h11a1 1 0 001-1v-4h-4l-1 2h-3l-1-2zM9 2v7M6 6.2L9 9l3-2.8'],
  list: ['M6 4h9.5M6 9h9.5M6 14h9.5M2.5 4h.5M2.5 9h.5M2.5 14h.5'],
  sync: ['M3 7.5A6.2 6.2 0 0114.6 6M15 10.5A6.2 6.2 0 013.4 12M14.8 2.5V6h-3.5M3.2 15.5V12h3.5'],
  shield: ['M9 2l6 2.200v4.300c0 3.600-2.500 6-6 7.500-3.500-1.500-6-3.900-6-7.500V4.200zM9 6v4M9 12.200v.1'],
  bars: ['M3 15.500V9.500M7 15.500V5.500M11 15.500v-4M15 15.500V3'],
  save: ['M9 2.500v9M5.500 8.500L9 12l3.500-3.500M3 15.500h12'],
  settings: [
    'M2.500 5h6M12.500 5h3M2.500 13h3M9.500 13h6',
    'M12.500 5a2 2 0 11-4 0 2 2 0 014 0z',
    'M9.500 13a2 2 0 11-4 0 2 2 0 014 0z',
  ],
  search: ['M12.5 8a4.5 4.5 0 11-9 0 4.5 4.5 0 019 0z', 'M11.5 11.5L15 15'],
  user: ['M12 6a3 3 0 11-6 0 3 3 0 016 0z', 'M3 15.5c.5-3.5 3-5 6-5s5.5 1.5 6 5'],
  lock: ['M5 8h8a1 1 0 011 1v5a1 1 0 01-1 1H5a1 1 0 01-1-1V9a1 1 0 011-1z', 'M6 8V6a3 3 0 016 0v2'],
  plus: ['M9 3v12M3 9h12'],
  minus: ['M3.5 9h11'],
  check: ['M3.5 9.5l3.500 3.500 7.500-8'],
  close: ['M4 4l10 10M14 4L4 14'],
  down: ['M4 7l5 5 5-5'],
  up: ['M4 11l5-5 5 5'],
  print: ['M5 7V2.500h8V7M5 13H3V7.500h12V13h-2M5 11h8v4.500H5z'],
} as const satisfies Record<string, readonly string[]>

export type IconName = keyof typeof iconPaths
