import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { ApplicantSchema, RepresentativeSchema } from '../../../../contract/case-data.ts'
import { PlainDateSchema, text, words as wordsSchema } from '../../../../contract/primitives.ts'
import { materialStates, pickups } from '../../../../domain/service/service-intake.ts'
import { materialForms } from '../../../../domain/service/service-item.ts'
import { type Result, err, ok } from '../../../../domain/result.ts'
import { type BundleWish, bundleInputs, readBundleWish } from '../../perform/open-bundle-case.ts'
import { command, dirFlag, jsonFlag } from '../command.ts'
import { bundleWishWords, sharedLineWords } from '../messages/bundle-case.ts'
import { refusalWords } from '../messages/refusal.ts'
import { withHost } from '../with-host.ts'

const WishSchema = z.strictObject({
  name: text(300),
  organ: text(200),
  applicant: ApplicantSchema,
  representative: RepresentativeSchema.nullable().default(null),
  joint: z.boolean(),
  items: z.array(wordsSchema(80)).min(2).max(30),
  materials: z
    .array(
      z.strictObject({
        name: wordsSchema(500),
        form: z.enum(materialForms).optional(),
        state: z.enum(materialStates),
        received: z.int().min(0).max(999).optional(),
        promisedOn: PlainDateSchema.nullable().optional(),
        note: text(300).nullable().optional(),
      }),
    )
    .max(500)
    .default([]),
  pickup: z.enum(pickups).default('window'),
  remark: text(2000).nullable().default(null),
  correctBy: PlainDateSchema.nullable().default(null),
})

export const bundleCaseCommand = command({
  name: 'bundle-case',
  about: '并联收件：按文件登记一个联办件和它的各个事项，要么全部登记，要么一件不登记',
  spec: {
    words: ['文件'],
    flags: {
      '--dir': dirFlag,
      '--check': { value: null, required: false, about: '只列出合并后的材料清单，不登记' },
      '--json': jsonFlag,
    },
  },
  notes: [
    '文件是 json：{"name": "…", "organ": "牵头部门", "joint": true, "applicant": {…}, "items": ["事项编号", …],',
    '"materials": [{"name": "…", "state": "collected"}, …]}；几个事项都要的材料只交一份，没有写的算缺。',
    '收费、延长、出件用 act 命令在联办件上办一次（bundle.fee_notice、bundle.extend、bundle.hand_over），各事项一并办成。',
  ],
  work: ({ words, values }, io) => {
    const file = words[0] ?? ''
    const wish = readWish(file)
    if (!wish.ok) {
      io.say(`${file}：${wish.error}，没有登记`)
      return 2
    }
    return withHost(values.get('--dir') ?? '', io, ({ services, stamps }) => {
      const read = readBundleWish(services, wish.value)
      if (!read.ok) {
        for (const problem of read.error) io.say(`${file}：${bundleWishWords(problem)}`)
        io.say('没有登记')
        return 2
      }
      if (values.has('--check')) {
        const { materials } = read.value
        if (values.has('--json')) io.out(JSON.stringify(materials, null, 2))
        else for (const line of materials) io.out(sharedLineWords(line))
        return 0
      }
      const inputs = bundleInputs(wish.value, read.value, stamps.newId)
      const done = services.performTogether([...inputs], { staffId: 'system', role: 'administrator', session: null })
      if (!done.ok) {
        io.say(`${file}：${refusalWords(done.error.refusal)}；没有登记`)
        return 2
      }
      const cases = done.value.flatMap((one) => ('caseNo' in one ? [{ caseId: one.caseId, caseNo: one.caseNo }] : []))
      const [bundle, ...parts] = cases
      if (values.has('--json')) io.out(JSON.stringify({ bundle, parts }, null, 2))
      else for (const { caseNo, caseId } of cases) io.out(`${caseNo}　${caseId}`)
      return 0
    })
  },
})

const readWish = (file: string): Result<BundleWish, string> => {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    return err(error instanceof SyntaxError ? '不是 JSON 文件' : '读不到这个文件')
  }
  const read = WishSchema.safeParse(json)
  return read.success ? ok(read.data) : err(`“${read.error.issues[0]?.path.join('.') ?? ''}”不符合格式`)
}
