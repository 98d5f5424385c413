import type { ReactNode } from 'react'
import './icon.css'

/** Shapes that stand beside a word. The first seven mean legal time and are used for nothing else. */
export const markNames = [
  'octagon',
  'triangle',
  'half',
  'ring',
  'bars',
  'dash',
  'done',
  'tolerated',
  'cross',
  'diamond',
] as const
export type MarkName = (typeof markNames)[number]

export function Mark({ name, className = '' }: { readonly name: MarkName; readonly className?: string }) {
  return (
    <svg className={`m ${className}`} viewBox="0 0 12 12" aria-hidden="true" fill="none">
      {shapes[name]}
    </svg>
  )
}

// `--c-mark` is the colour inside a filled shape: white on the light ground, and whatever the place says elsewhere.
const shapes: Record<MarkName, ReactNode> = {
  octagon: (
    <>
      <path d="M3.600.3h4.800l3.300 3.300v4.800l-3.300 3.300H3.600L.3 8.400V3.600z" fill="currentColor" />
      <path d="M6 2.800v3.900M6 8.100v1.200" stroke="var(--c-mark, #fff)" strokeWidth="1.5" />
    </>
  ),
  triangle: (
    <>
      <path d="M6 .6l5.800 10.600H.2z" fill="currentColor" />
      <path d="M6 4.200v3.300M6 8.800v1" stroke="var(--c-mark, #fff)" strokeWidth="1.4" />
    </>
  ),
  half: (
    <>
      <circle cx="6" cy="6" r="5" stroke="currentColor" strokeWidth="1.6" />
      <path d="M6 6V1A5 5 0 016 11z" fill="currentColor" />
    </>
  ),
  ring: <circle cx="6" cy="6" r="5" stroke="currentColor" strokeWidth="1.6" />,
  bars: <path d="M2.500 1.500h2.500v9H2.500zM7 1.500h2.500v9H7z" fill="currentColor" />,
  dash: <path d="M2 6h8" stroke="currentColor" strokeWidth="1.8" />,
  done: (
    <>
      <circle cx="6" cy="6" r="6" fill="currentColor" />
      <path d="M3.200 6.200l2 2 3.600-4" stroke="var(--c-mark, #fff)" strokeWidth="1.6" />
    </>
  ),
  tolerated: (
    <>
      <circle cx="6" cy="6" r="5" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.6 1.6" />
      <path d="M6 3.200V6l2 1.300" stroke="currentColor" strokeWidth="1.3" />
    </>
  ),
  cross: <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" strokeWidth="1.8" />,
  diamond: (
    <>
      <path d="M.8 6L6 .8 11.200 6 6 11.200z" fill="currentColor" />
      <path d="M6 3.400v3.200M6 7.800v.8" stroke="var(--c-mark, #fff)" strokeWidth="1.4" />
    </>
  ),
}
