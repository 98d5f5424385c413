import { readFileSync } from 'node:fs'
import type { PerformedRecord } from '../../perform/perform-record.ts'
import type { TogetherInput } from '../../perform/perform-together.ts'
import type { Actor, Performed } from '../../perform/perform.ts'
import { operatorRoles } from '../../../../domain/case/performer.ts'
import { isAdditive } from '../../../../domain/case/workflow.ts'
import { recordKindOfAct } from '../../../../domain/record/modules.ts'
import type { Store } from '../../../../db/store.ts'
import { giveIndexNo } from '../../../../domain/record/publication/give-number.ts'
import type { IndexCodes } from '../../../../domain/record/publication/index-number.ts'
import { type Result, err, ok } from '../../../../domain/result.ts'
import type { Host } from '../../compose.ts'
import { toMutable } from '../../mutable.ts'
import { readCatalogue } from '../../queries/read-catalogue.ts'
import { command, dirFlag, jsonFlag, refuseUsage } from '../command.ts'
import { numberedEntries, withOwnCodes } from '../index-codes.ts'
import { actFileWords, isRole, roleList } from '../messages/act.ts'
import { numberProblemWords } from '../messages/catalogue.ts'
import { refusalWords } from '../messages/refusal.ts'
import { type WantedAct, readActs } from '../read-acts.ts'
import { withHost } from '../with-host.ts'

export const actCommand = command({
  name: 'act',
  about: '按文件办理：对办件或记录依次执行其中的办理动作，要么全部办成，要么一项不办',
  spec: {
    words: ['文件'],
    flags: {
      '--dir': dirFlag,
      '--role': { value: roleList(), required: false, about: '以哪种岗位办理，默认 administrator' },
      '--by': { value: '登录名', required: false, about: '由这位工作人员办理；已加入中心的电脑上，各岗位的办理都要写' },
      '--json': jsonFlag,
    },
  },
  notes: [
    '文件是 json 数组，每项如 {"caseNo": "…", "act": {"kind": "disclosure.extend", …}}；',
    'publication.draft 不写 indexNo 时按 template 编下一个索引号，代码写在 {"codes": {"organ": "…"}}；',
    '开启新办件的动作不写 caseNo；{"of": 1} 指本文件第 1 项所开的办件或记录；{"role": "head"} 另指这一项的岗位。',
  ],
  work: ({ words, values }, io) => {
    const role = values.get('--role') ?? 'administrator'
    if (!isRole(role)) return refuseUsage(actCommand, [`--role 只能是 ${roleList()}：“${role}”`], io)
    const file = words[0] ?? ''
    const acts = readActs(textOf(file) ?? '')
    if (!acts.ok) {
      io.say(`${file}：${textOf(file) === null ? '读不到这个文件' : actFileWords(acts.error)}，没有办理任何一项`)
      return 2
    }
    return withHost(values.get('--dir') ?? '', io, (host) => {
      const inputs = inputsOf(host, acts.value)
      if (!inputs.ok) {
        io.say(`第 ${String(inputs.error.at)} 项：${inputs.error.words}，没有办理任何一项`)
        return 2
      }
      const actors = actorsOf(host, acts.value, values.get('--by') ?? null, values.get('--role') ?? null)
      if (!actors.ok) {
        io.say(`${actors.error}，没有办理任何一项`)
        return 2
      }
      const done = host.services.performTogether(toMutable(inputs.value), actors.value)
      if (!done.ok) {
        const { at, refusal } = done.error
        if (values.has('--json')) io.out(JSON.stringify({ ok: false, at: at + 1, refusal }, null, 2))
        io.say(`第 ${String(at + 1)} 项：${refusalWords(refusal)}；没有办理任何一项`)
        return 2
      }
      if (values.has('--json')) io.out(JSON.stringify({ ok: true, done: done.value }, null, 2))
      else for (const one of done.value) io.out(doneWords(one))
      return 0
    })
  },
})

/**
 * Who does each act. On a device of a center the server asks the register who may (SYN-88): there nobody acts in a role that the register has
 * not given him.
 */
const actorsOf = (
  { services: { store } }: Host,
  acts: readonly WantedAct[],
  login: string | null,
  wanted: string | null,
): Result<readonly Actor[], string> => {
  if (login !== null) {
    const person = store.read.reference.findStaffByLogin(login)
    if (person === null || !person.active) return err(`本中心没有登录名为“${login}”的在岗工作人员`)
    const other = [...acts.map(({ role }) => role ?? null), wanted].find(
      (role) => role !== null && role !== person.role,
    )
    if (other !== undefined) return err(`“${login}”的岗位是 ${person.role}，不能以 ${String(other)} 办理`)
    return ok(acts.map(() => ({ staffId: person.id, role: person.role, session: null })))
  }
  const usual = wanted !== null && isRole(wanted) ? wanted : 'administrator'
  const roles = acts.map(({ role }) => role ?? usual)
  const named = roles.find((role) => !operatorRoles.has(role))
  if (named !== undefined && store.read.meta.find('server') !== null)
    return err(`这台电脑已加入中心，以 ${named} 办理时请用 --by 写明工作人员的登录名`)
  return ok(roles.map((role) => ({ staffId: 'system', role, session: null })))
}

const doneWords = (one: Performed | PerformedRecord): string =>
  'caseNo' in one
    ? `${one.caseNo}　${one.caseId}　第 ${String(one.version)} 版`
    : `${one.recordId}　第 ${String(one.version)} 版`

/** Every act with its target and the version it will find there; the position from 1 of the first that cannot be, and why. */
const inputsOf = (
  { services: { store }, stamps }: Host,
  acts: readonly WantedAct[],
): Result<readonly TogetherInput[], { readonly at: number; readonly words: string }> => {
  const ids: string[] = []
  const versions = new Map<string, number>()
  const inputs: TogetherInput[] = []
  const numbers = acts.some(({ unnumbered }) => unnumbered === true) ? createNumbers(store) : null
  for (const [n, { caseNo, caseId, recordId, of, act: wanted, codes = {}, unnumbered }] of acts.entries()) {
    const named = caseNo === undefined ? (caseId ?? recordId ?? null) : store.read.cases.findIdByNo(caseNo)
    const id = of === undefined ? (named ?? (caseNo === undefined ? stamps.newId() : null)) : (ids[of - 1] ?? null)
    if (id === null) return err({ at: n + 1, words: '没有它所指的办件或记录' })
    const numbered = unnumbered === true && numbers !== null ? numbers.give(wanted, codes) : ok(wanted)
    if (!numbered.ok) return err({ at: n + 1, words: numbered.error })
    const act = numbered.value
    const isRecord = recordKindOfAct(act.kind) !== null
    const stored = isRecord ? store.read.records.find(id) : store.read.cases.find(id)
    const base = versions.get(id) ?? stored?.state.version ?? 0
    versions.set(id, isAdditive(act.kind) ? base : base + 1)
    ids.push(id)
    // The act of the file says which of the two it is.
    inputs.push((isRecord ? { recordId: id, base, act } : { caseId: id, base, act }) as TogetherInput)
  }
  return ok(inputs)
}

/** Numbers for the entries of one file, each above those before it. */
const createNumbers = (store: Store) => {
  const entries = numberedEntries(readCatalogue(store.read.records).entries)
  return {
    give: (act: WantedAct['act'], codes: IndexCodes): Result<WantedAct['act'], string> => {
      if (act.kind !== 'publication.draft') return ok(act)
      const { template, content } = act
      if (template === null) return err('没有写索引号（indexNo），也没有写编制规则（template）')
      const { organ, madeOn } = content
      const given = giveIndexNo({ template, organ, madeOn, codes: withOwnCodes(codes, store) }, entries)
      if (!given.ok) return err(numberProblemWords(given.error))
      entries.push({ indexNo: given.value, template, organ })
      return ok({ ...act, indexNo: given.value })
    },
  }
}

const textOf = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
