import { cp, mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import type { LetterRequest } from '../contract/queries/letters.ts'
import type { CaseState } from '../domain/case/case-state.ts'
import { lettersOf } from '../domain/case/letters.ts'
import { type ContentBlock, type LetterContent, runsText } from '../domain/letters/content.ts'
import { type LetterKind, letterKinds } from '../domain/letters/letter-kind.ts'
import { plainDateInShanghai } from '../domain/plain-date.ts'
import type { RecordState } from '../domain/record/record-state.ts'
import { sampleGuide } from '../server/sample/sample-guide.ts'
import { signIn } from './_fixtures/clerk.ts'
import { doStories, type Matter } from './_fixtures/do-stories.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { letterStories } from './_fixtures/letter-cases.ts'
import { isWholePdf, readLetter } from './_fixtures/letters.ts'
import { callOver, pairsOf, watchPorts } from './_fixtures/page-ports.ts'

/** Left there for whoever wants to look at them. */
const kept = join(dirname(fileURLToPath(import.meta.url)), '../test-results/letters')

const ask = async (page: Page, which: 'host' | 'shell', path: string, input: unknown): Promise<unknown> => {
  const answer = await callOver(page, which, path, input)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.body
}

/** Every letter of a matter: its numbered ones, and the slips of a case as it stands. */
const lettersOfMatter = async (page: Page, matter: Matter): Promise<readonly LetterRequest[]> => {
  if ('recordId' in matter) {
    const { state } = (await ask(page, 'host', 'records/get', { id: matter.recordId })) as { state: RecordState }
    return state.documents.map(({ n, letter }) => ({ recordId: matter.recordId, letter, document: n }))
  }
  const { state } = (await ask(page, 'host', 'cases/get', { id: matter.caseId })) as { state: CaseState }
  const { caseId } = matter
  return [
    ...state.documents.map(({ n, letter }) => ({ caseId, letter, document: n })),
    ...lettersOf(state).map((letter) => ({ caseId, letter })),
  ]
}

const DataSchema = z.object({
  key: z.string(),
  content: z.custom<LetterContent>((value) => typeof value === 'object'),
  center: z.object({ name: z.string() }),
})
const PrintedSchema = z.object({
  ok: z.literal(true),
  value: z.object({ file: z.string(), folder: z.string(), pages: z.number() }),
})

/** Every text that must be read on the paper, a paragraph or a cell each. */
const textsOf = ({ title, number, blocks, closing, notes }: LetterContent): readonly string[] => [
  title,
  number,
  ...blocks.flatMap(blockTexts),
  closing.organ,
  closing.on,
  ...closing.sign,
  ...notes,
]

const blockTexts = (block: ContentBlock): readonly string[] => {
  switch (block.kind) {
    case 'addressee':
    case 'paragraph':
      return [runsText(block.runs)]
    case 'heading':
      return [block.text]
    case 'pairs':
      return block.rows.flatMap((row) => row.flatMap(([name, runs]) => [name, runsText(runs)]))
    case 'table':
      return [...block.columns.map(({ title }) => title), ...block.rows.flatMap((row) => row.map(runsText))]
    case 'written':
      return block.fields.map(({ offers }) => offers)
    case 'limits':
      return ['期限怎样计算']
    case 'slip':
      return [block.title, ...block.fields.map(({ offers }) => offers)]
  }
}

/** The PDF says what the letter says, on A4, with its fonts inside and codes that scan. */
const expectLetter = async (
  pdf: string,
  kind: LetterKind,
  pages: number,
  { key, content, center }: z.infer<typeof DataSchema>,
): Promise<void> => {
  await cp(pdf, join(kept, `${kind}.pdf`))
  expect(await isWholePdf(pdf)).toBe(true)
  const letter = await readLetter(pdf)
  expect([kind, letter.size, letter.pages]).toEqual([kind, expect.stringContaining('(A4)'), pages])
  expect([kind, letter.codes]).toEqual([kind, [`CODE-128:${key}`, `QR-Code:${key}`]])
  expect(letter.fonts.length).toBeGreaterThan(0)
  expect(letter.fonts.filter(({ embedded }) => !embedded)).toEqual([])
  expect(letter.text).toContain(center.name)
  expect(letter.text).toContain(`${content.version}（${content.inForceFrom}起用）`)
  // A text that runs over the end of a page has the foot and the head in its middle.
  const whole = pages === 1 ? textsOf(content) : textsOf(content).slice(0, 2)
  const missing = whole.map((text) => text.replaceAll(/\s/gu, '')).filter((text) => !letter.raw.includes(text))
  expect([kind, missing]).toEqual([kind, []])
}

test('[LTR-17] a sample of every letter comes out of the packaged application as it is to be handed out', async ({
  folder,
  launch,
}) => {
  test.setTimeout(240_000)
  const stories = letterStories(plainDateInShanghai(Date.now()))
  const matters = await doStories(join(folder, 'W03'), stories)
  expect(matters.length).toBe(stories.length)

  const desk = await launch()
  await watchPorts(desk.page)
  process.kill(await desk.app.hostPid(), 'SIGKILL')
  await pairsOf(desk.page, 1)
  await signIn(desk.page, 'admin')

  const all = (await Promise.all(matters.map((matter) => lettersOfMatter(desk.page, matter)))).flat()
  // One of each kind: what differs between two of a kind are facts.
  const byKind = new Map<LetterKind, LetterRequest>([
    ['guide_booklet', { itemId: sampleGuide.id, letter: 'guide_booklet' }],
    ...all.map((request) => [request.letter, request] as const),
  ])
  expect([...byKind.keys()].sort()).toEqual([...letterKinds].sort())

  await rm(kept, { recursive: true, force: true })
  await mkdir(kept, { recursive: true })
  // The next one is printed while the last one is read.
  let reading = Promise.resolve()
  for (const request of byKind.values()) {
    const data = DataSchema.parse(await ask(desk.page, 'host', 'letters/data', request))
    const {
      file,
      folder: printDir,
      pages,
    } = PrintedSchema.parse(await ask(desk.page, 'shell', 'letters/print', request)).value
    await reading
    reading = expectLetter(join(printDir, file), request.letter, pages, data)
  }
  await reading
  expect(await desk.close()).toBe(0)
})
