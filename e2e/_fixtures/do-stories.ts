import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { Role } from '../../domain/case/role.ts'
import { sampleStaff } from '../../server/sample/sample-center.ts'
import { recordKindOfAct } from '../../domain/record/modules.ts'
import { testPassphrase } from './desk.ts'
import type { Story } from './letter-cases.ts'
import { withFolder } from './temporary.ts'

const run = promisify(execFile)
const commandLine = join(dirname(fileURLToPath(import.meta.url)), '../../electron/host/cli/start.ts')

/** What a story is about, as a letter of it is asked for. */
export type Matter = { readonly caseId: string } | { readonly recordId: string }

const DoneSchema = z.object({
  done: z.array(z.object({ caseId: z.string().optional(), recordId: z.string().optional() })),
})

/**
 * Lets stories happen in a store that no application has open, with the command line: turn by turn, all that one role can do next. Answers
 * what each was about, in their order. Throws with what the command line said when an act is refused.
 */
export const doStories = async (dataDir: string, stories: readonly Story[]): Promise<readonly Matter[]> => {
  const matters: (Matter | null)[] = stories.map(() => null)
  const at = stories.map(() => 0)
  for (;;) {
    const role = mostWaitedFor(stories.flatMap((story, n) => story[at[n] ?? 0]?.[0] ?? []))
    if (role === undefined) break
    const turn = stories.flatMap((story, n) =>
      nextOf(story, at[n] ?? 0, role).map(([, act, caseId]) => ({ n, act, caseId })),
    )
    const firsts = new Map<number, number>()
    const file = turn.map(({ n, act, caseId }, place) => {
      const known = matters[n] ?? null
      if (known !== null) return { ...known, act }
      const first = firsts.get(n)
      if (first !== undefined) return { of: first, act }
      firsts.set(n, place + 1)
      return caseId === undefined ? { act } : { caseId, act }
    })
    const done = await perform(dataDir, role, file)
    for (const [place, { n, act }] of turn.entries()) {
      at[n] = (at[n] ?? 0) + 1
      const one = done[place]
      if (one === undefined || matters[n] !== null) continue
      const id = recordKindOfAct(act.kind) === null ? one.caseId : one.recordId
      if (id === undefined) throw new Error(`${act.kind} opened nothing`)
      matters[n] = recordKindOfAct(act.kind) === null ? { caseId: id } : { recordId: id }
    }
  }
  return matters.flatMap((matter) => matter ?? [])
}

/** Every turn opens the store anew: the role that most stories wait for comes first. */
const mostWaitedFor = (roles: readonly Role[]): Role | undefined => {
  const count = (role: Role): number => roles.filter((each) => each === role).length
  return [...new Set(roles)].sort((a, b) => count(b) - count(a))[0]
}

/** The acts from here on that this role does without anybody else. */
const nextOf = (story: Story, from: number, role: Role): Story => {
  const rest = story.slice(from)
  const end = rest.findIndex(([by]) => by !== role)
  return rest.slice(0, end < 0 ? undefined : end)
}

const perform = (dataDir: string, role: Role, acts: readonly object[]) =>
  withFolder(async (folder) => {
    const file = join(folder, 'acts.json')
    await writeFile(file, JSON.stringify(acts))
    // The sample has no agent; what agents do in the stories, clerks do too.
    const person = sampleStaff.find((one) => one.role === role) ?? sampleStaff[0]
    const args = [commandLine, 'act', file, '--dir', dataDir, '--by', person?.login ?? '', '--json']
    const { stdout } = await run(process.execPath, args, {
      env: { ...process.env, YICHUANG_PASSPHRASE: testPassphrase },
    })
    return DoneSchema.parse(JSON.parse(stdout)).done
  })
