import type { LetterData } from '../../contract/queries/letters.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { caseClocks } from '../../domain/case/clocks.ts'
import { isLicence } from '../../domain/letters/adapt/service-frame.ts'
import { type ContentBlock, runsText } from '../../domain/letters/content.ts'
import { Pairs } from './blocks/pairs.tsx'
import { RunsText } from './blocks/runs.tsx'
import { WhyBlock } from './blocks/why-block.tsx'
import { Written } from './blocks/written.tsx'
import { workCalendar } from '../work-calendar.ts'
import type { LetterBlock } from './letter-content.ts'

/** The blocks of a composed letter as they are laid out. */
export const layoutBlocks = ({ content, state }: Pick<LetterData, 'content' | 'state'>): readonly LetterBlock[] =>
  content.blocks.flatMap((block) => layoutBlock(block, state))

const layoutBlock = (block: ContentBlock, state: CaseState | null): readonly LetterBlock[] => {
  switch (block.kind) {
    case 'addressee':
      return [{ kind: 'solid', node: <p className="letter-to">{runsText(block.runs)}</p> }]
    case 'paragraph':
      // Lines can only be divided among pages where the whole paragraph has one face.
      return block.runs.some(({ strong }) => strong)
        ? [
            {
              kind: 'solid',
              node: (
                <p className="letter-p">
                  <RunsText runs={block.runs} />
                </p>
              ),
            },
          ]
        : [{ kind: 'text', text: runsText(block.runs) }]
    case 'heading':
      return [{ kind: 'solid', node: <p className="letter-sub">{block.text}</p>, withNext: true }]
    case 'pairs':
      return [{ kind: 'solid', node: <Pairs rows={block.rows} /> }]
    case 'table':
      return [{ kind: 'rows', columns: block.columns, rows: block.rows }]
    case 'written':
      return [{ kind: 'solid', node: <Written fields={block.fields} /> }]
    case 'limits':
      return state === null ? [] : [{ kind: 'solid', node: <Limits state={state} /> }]
    case 'slip':
      // It is cut off: it stands below signatures and seal, see letter-closing.tsx.
      return []
  }
}

function Limits({ state }: { readonly state: CaseState }) {
  const licence = state.kind === 'service' && isLicence(state.intake.item)
  return <WhyBlock clocks={caseClocks(state, workCalendar())} licence={licence} />
}
