import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { LetterData } from '../../contract/queries/letters.ts'
import { layoutBlocks } from './compose-blocks.tsx'
import type { LetterBlock } from './letter-content.ts'
import { measureLetter, type MeasuredLetter } from './layout/measure-letter.ts'
import { paginate } from './layout/paginate.ts'
import { LetterBlockView } from './letter-block.tsx'
import { LetterClosing } from './letter-closing.tsx'
import { LetterPage } from './letter-page.tsx'
import './letters.css'

export interface LetterSheetsProps {
  readonly data: LetterData
  /** Called when all pages stand as they will be printed. */
  readonly onLaidOut?: (pages: number) => void
}

/**
 * A letter on as many A4 sheets as it needs: the same on the screen and on paper. It is first laid out on an endless sheet out of sight,
 * measured, and then divided into pages; set a little tighter when that saves a page.
 */
export function LetterSheets({ data, onLaidOut }: LetterSheetsProps) {
  const blocks = useMemo(() => layoutBlocks(data), [data])
  const endless = useRef<HTMLDivElement>(null)
  const [measured, setMeasured] = useState<{ readonly of: typeof blocks; readonly letters: Measured } | null>(null)
  const letters = measured?.of === blocks ? measured.letters : null

  useLayoutEffect(() => {
    const root = endless.current
    if (root === null || letters !== null) return
    let wanted = true
    // Widths and line breaks are only right once the fonts are there.
    void document.fonts.ready.then(() => {
      if (wanted) setMeasured({ of: blocks, letters: measureAll(root, blocks) })
    })
    return () => {
      wanted = false
    }
  }, [blocks, letters])

  const layout = useMemo(() => (letters === null ? null : shortest(letters)), [letters])
  useLayoutEffect(() => {
    if (layout !== null) onLaidOut?.(layout.pages.length)
  }, [layout, onLaidOut])

  if (layout === null) {
    return (
      <div className="letter-endless" ref={endless} aria-hidden="true">
        {densities.map((density) => (
          <EndlessLetter key={density} data={data} blocks={blocks} density={density} />
        ))}
      </div>
    )
  }
  return (
    <div className={`letter ${layout.density}`}>
      {layout.pages.map((fragments, at) => (
        <LetterPage key={at} data={data} page={at + 1} of={layout.pages.length}>
          {fragments.map(({ block, from, to }) => {
            const source = blocks[block]
            if (source === undefined) return null
            return (
              <div key={block} className="letter-block">
                <LetterBlockView block={source} part={{ from, to, lineStarts: layout.lineStarts[block] ?? [] }} />
              </div>
            )
          })}
          {at === layout.pages.length - 1 ? <LetterClosing content={data.content} /> : null}
        </LetterPage>
      ))}
    </div>
  )
}

const densities = ['normal', 'tight'] as const
type Density = (typeof densities)[number]
type Measured = readonly { readonly density: Density; readonly letter: MeasuredLetter }[]

const measureAll = (root: HTMLElement, blocks: readonly LetterBlock[]): Measured =>
  densities.flatMap((density) => {
    const element = root.querySelector<HTMLElement>(`[data-density="${density}"]`)
    return element === null ? [] : [{ density, letter: measureLetter(element, blocks) }]
  })

/** The first layout with the fewest pages: the normal one unless the tight one saves a page. */
const shortest = (letters: Measured) =>
  letters
    .map(({ density, letter }) => ({
      density,
      lineStarts: letter.lineStarts,
      pages: paginate(letter.blocks, letter.room),
    }))
    .reduce((best, next) => (next.pages.length < best.pages.length ? next : best))

function EndlessLetter(props: {
  readonly data: LetterData
  readonly blocks: readonly LetterBlock[]
  readonly density: Density
}) {
  const { data, blocks, density } = props
  return (
    <div className={`letter ${density}`} data-density={density}>
      {(['first', 'next'] as const).map((kind, at) => (
        <LetterPage key={kind} data={data} page={at + 1} of={2}>
          <div className="letter-room" data-room={kind} />
        </LetterPage>
      ))}
      <div className="letter-sheet">
        {blocks.map((block, at) => (
          <div key={at} className="letter-block" data-block={at}>
            <LetterBlockView block={block} />
          </div>
        ))}
        <LetterClosing content={data.content} />
      </div>
    </div>
  )
}
