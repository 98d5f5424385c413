// Law to test: every rule that is defined has a test whose title starts with its number, and no title names a rule that is not
// defined. `node build/scripts/check-rules.mjs [ROOT]`; exit 1 with a list of what is missing.
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const idPattern = '[A-Z]{2,6}-\\d+'
const definition = new RegExp(`^(?:[-*] )?(?:\\|\\s*)?(?:\\*\\*(${idPattern})\\*\\*|(${idPattern})\\s*\\|)`)
const title = new RegExp(`['"\`]((?:\\[${idPattern}\\]\\s*)+)`, 'g')
const notRun = /\.(?:skip|todo)\(\s*$/

/** Rule ids a document defines: a line that starts with `**CLK-3**`, or a table row whose first cell is the id. */
export const findDefinitions = (text) =>
  text.split('\n').flatMap((line) => {
    const match = definition.exec(line)
    return match === null ? [] : [match[1] ?? match[2]]
  })

/** Rule ids that test titles start with: `it('[CLK-3] …')`, also `[CLK-3] [CLK-4] …`. Comments and skipped tests prove nothing. */
export const findProofs = (text) => {
  const code = text.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, '')
  return [...code.matchAll(title)].flatMap((match) =>
    notRun.test(code.slice(0, match.index)) ? [] : [...match[1].matchAll(new RegExp(idPattern, 'g'))].map(([id]) => id),
  )
}

/**
 * @param documents, tests lists of `{ file, text }`
 * @returns what is wrong, one sentence a problem; empty = every rule is proved
 */
export const checkRules = ({ documents, tests }) => {
  const problems = []
  const definedIn = new Map()
  for (const { file, text } of documents) {
    for (const id of findDefinitions(text)) {
      if (definedIn.has(id)) problems.push(`${id} is defined twice: ${definedIn.get(id)} and ${file}`)
      else definedIn.set(id, file)
    }
  }
  if (definedIn.size === 0) problems.push('no rule is defined anywhere')
  const proved = new Set()
  for (const { file, text } of tests) {
    for (const id of new Set(findProofs(text))) {
      if (definedIn.has(id)) proved.add(id)
      else problems.push(`${id} is tested in ${file} but defined nowhere`)
    }
  }
  for (const [id, file] of definedIn) if (!proved.has(id)) problems.push(`${id} (${file}) has no test`)
  return { rules: definedIn.size, problems }
}

/** Documents: RULES.md, SYNC.md, CONSOLE.md and OPEN.md at the top of a folder. Tests: *.test.* and *.spec.* everywhere. */
export const readProject = (root) => {
  const documents = []
  const tests = []
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (ignored.has(entry.name) || (entry.isDirectory() && entry.name.startsWith('.'))) continue
      const path = join(folder, entry.name)
      if (entry.isDirectory()) walk(path)
      else {
        const file = relative(root, path).split(sep).join('/')
        const read = () => ({ file, text: readFileSync(path, 'utf8') })
        if (/^[^/]+\/(?:RULES|SYNC|CONSOLE|OPEN)\.md$/.test(file)) documents.push(read())
        // The tests of this script hold titles as data.
        else if (/\.(?:test|spec)\.(?:[cm]?js|tsx?)$/.test(file) && file !== ownTest) tests.push(read())
      }
    }
  }
  walk(root)
  return { documents, tests }
}

const ignored = new Set(['node_modules', 'out', 'dist', 'tour', 'test-results'])
const ownTest = 'build/scripts/check-rules.test.mjs'

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = process.argv[2] ?? fileURLToPath(new URL('../../', import.meta.url))
  const { rules, problems } = checkRules(readProject(root))
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) process.exitCode = 1
  else console.log(`${rules} rules, each with a test`)
}
