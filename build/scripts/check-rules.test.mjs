import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { checkRules, findDefinitions, findProofs } from './check-rules.mjs'

const document = (text, file = 'domain/RULES.md') => ({ file, text })
const test = (text, file = 'domain/a.test.ts') => ({ file, text })

describe('definitions', () => {
  it('are lines that start with the number in bold, list items and first cells of a table', () => {
    const text = [
      '## Clock',
      '**CLK-1** the day of receipt',
      '- **CLK-2** listed',
      '| **CLK-3** | in a table |',
      '| CLK-4 | plain |',
      'see **CLK-9** and CLK-8',
      '| a | CLK-7 |',
      '| --- | --- |',
    ].join('\n')
    expect(findDefinitions(text)).toEqual(['CLK-1', 'CLK-2', 'CLK-3', 'CLK-4'])
  })
})

describe('proofs', () => {
  it('are titles that start with the number, whatever the quotes and the kind of test', () => {
    const text = [
      `it('[CLK-1] one', () => {})`,
      `it("[CLK-2] two", () => {})`,
      'it(`[CLK-3] three`, () => {})',
      `it.each([1])('[CLK-4] %i', () => {})`,
      `test('[CLK-5] [SYN-6] both', () => {})`,
      `it(\n  '[CLK-7] on its own line',`,
    ].join('\n')
    expect(findProofs(text)).toEqual(['CLK-1', 'CLK-2', 'CLK-3', 'CLK-4', 'CLK-5', 'SYN-6', 'CLK-7'])
  })

  it('are not comments, skipped tests, or numbers further inside a title', () => {
    const text = [
      `// it('[CLK-1] one', () => {})`,
      ` * it('[CLK-2] two')`,
      `it.skip('[CLK-3] three', () => {})`,
      `it.todo(\n  '[CLK-4] four')`,
      `it('obeys [CLK-5]', () => {})`,
    ].join('\n')
    expect(findProofs(text)).toEqual([])
  })
})

describe('the check', () => {
  it('is content when every rule has a test', () => {
    const result = checkRules({
      documents: [document('**CLK-1** a'), document('**SYN-1** b', 'contract/SYNC.md')],
      tests: [test(`it('[CLK-1] a', f)`), test(`it('[SYN-1] b', f)`)],
    })
    expect(result).toEqual({ rules: 2, problems: [] })
  })

  it('names a rule without a test, a test without a rule, and a rule defined twice', () => {
    const { problems } = checkRules({
      documents: [document('**CLK-1** a\n**CLK-2** b'), document('**CLK-1** again', 'contract/SYNC.md')],
      tests: [test(`it('[CLK-1] a', f)\nit('[CLK-3] c', f)`)],
    })
    expect(problems).toEqual([
      'CLK-1 is defined twice: domain/RULES.md and contract/SYNC.md',
      'CLK-3 is tested in domain/a.test.ts but defined nowhere',
      'CLK-2 (domain/RULES.md) has no test',
    ])
  })

  it('is not content with nothing', () => {
    expect(checkRules({ documents: [], tests: [] }).problems).toEqual(['no rule is defined anywhere'])
  })
})

describe('the command', () => {
  const folders = []
  const project = (files) => {
    const root = mkdtempSync(join(tmpdir(), 'check-rules-'))
    folders.push(root)
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), text)
    }
    return root
  }
  const run = (root) => {
    const script = fileURLToPath(new URL('check-rules.mjs', import.meta.url))
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, root], { encoding: 'utf8' })
    return { status, stdout: stdout.trim(), stderr: stderr.trim() }
  }
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
  })

  it('exits 0 and says how many rules are proved', () => {
    const root = project({
      'domain/RULES.md': '**CLK-1** a',
      'domain/clock/a.test.ts': `it('[CLK-1] a', f)`,
      'docs/deep/RULES.md': '**CLK-8** an example, not a rule',
      'node_modules/x/RULES.md': '**CLK-9** foreign',
      'node_modules/x/a.test.ts': `it('[CLK-7] foreign', f)`,
    })
    expect(run(root)).toEqual({ status: 0, stdout: '1 rules, each with a test', stderr: '' })
  })

  it('exits 1 with the list, also for a title in a journey', () => {
    const root = project({ 'contract/SYNC.md': '| SYN-1 | a |', 'e2e/a.spec.ts': `test('[SYN-2] b', f)` })
    expect(run(root)).toEqual({
      status: 1,
      stdout: '',
      stderr: 'SYN-2 is tested in e2e/a.spec.ts but defined nowhere\nSYN-1 (contract/SYNC.md) has no test',
    })
  })
})
