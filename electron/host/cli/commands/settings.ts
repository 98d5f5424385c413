import { readFileSync } from 'node:fs'
import { SettingsSetSchema } from '../../../../contract/settings-data.ts'
import { isPlainDate, type PlainDate } from '../../../../domain/plain-date.ts'
import { type Result, err, ok } from '../../../../domain/result.ts'
import type { SettingsSet, SettingsTopic } from '../../../../domain/settings/center-settings.ts'
import { settingsTopics } from '../../../../domain/settings/default-settings.ts'
import { ownSettingsOn, settingsOn } from '../../../../domain/settings/settings-on.ts'
import type { Services } from '../../services.ts'
import { toMutable } from '../../mutable.ts'
import { type Command, command, dirFlag, jsonFlag, refuseUsage } from '../command.ts'
import { refusalWords } from '../messages/refusal.ts'
import { topicWords } from '../messages/settings.ts'
import { withHost } from '../with-host.ts'

export const settingsCommand: Command = command({
  name: 'settings',
  about: '本中心参数：法律没有规定、由本中心自定的时限、监察规则、考核权重；--set 启用新的一版',
  spec: {
    words: [],
    flags: {
      '--dir': dirFlag,
      '--topic': { value: settingsTopics.join('|'), required: false, about: '只看这一类' },
      '--on': { value: '日期', required: false, about: '看哪一天的，默认今天' },
      '--set': { value: '文件', required: false, about: '启用文件里的一版：{"topic": "…", "values": {…}}' },
      '--from': { value: '日期', required: false, about: '与 --set 一起用：从哪一天起，默认今天，不能早于今天' },
      '--basis': { value: '文字', required: false, about: '与 --set 一起用：本中心作出这一决定的依据' },
      '--json': jsonFlag,
    },
  },
  notes: [
    '新的一版只管启用之日起收到的事项；以前收到的，按收到当天告知的时限办理。',
    '先用 --topic … --json 看现在的一版，改好存成文件，再用 --set 启用。法定时限不在这里，不能改。',
  ],
  work: ({ values }, io) => {
    const topic = values.get('--topic')
    const [on, from] = [values.get('--on'), values.get('--from')]
    const wrong = [
      ...(topic === undefined || isTopic(topic) ? [] : [`--topic 只能是 ${settingsTopics.join('、')}：“${topic}”`]),
      ...(on === undefined || isPlainDate(on) ? [] : [`--on 应为 年-月-日：“${on}”`]),
      ...(from === undefined || isPlainDate(from) ? [] : [`--from 应为 年-月-日：“${from}”`]),
      ...(from !== undefined && !values.has('--set') ? ['--from 要和 --set 一起用'] : []),
      ...(values.has('--set') && (values.get('--basis') ?? '').trim() === '' ? ['--set 要写明 --basis'] : []),
    ]
    if (wrong.length > 0) return refuseUsage(settingsCommand, wrong, io)
    return withHost(values.get('--dir') ?? '', io, ({ services, stamps }) => {
      const file = values.get('--set')
      if (file !== undefined) {
        const read = readSet(file)
        if (!read.ok) {
          io.say(`${file}：${read.error}，没有改动`)
          return 2
        }
        const wanted = { set: read.value, from: dateOr(from, services.today()), basis: values.get('--basis') ?? '' }
        const done = putInForce({ ...services, newId: stamps.newId }, wanted)
        if (!done.ok) {
          io.say(`${file}：${done.error}`)
          return 2
        }
        io.say(`${topicWords[read.value.topic]}：${wanted.from} 起启用`)
        return 0
      }
      const day = dateOr(on, services.today())
      const shown = settingsTopics.filter((each) => topic === undefined || each === topic)
      const { settings } = services.store
      if (values.has('--json')) {
        const sets = shown.map((each) => ({ topic: each, values: settingsOn(settings, each, day) }))
        io.out(JSON.stringify(topic === undefined ? sets : sets[0], null, 2))
        return 0
      }
      for (const each of shown) {
        const since = ownSettingsOn(settings, each, day)?.from
        io.out(`${each}　${topicWords[each]}　${since === undefined ? '默认' : `本中心，${since} 起`}`)
        io.out(`    ${JSON.stringify(settingsOn(settings, each, day))}`)
      }
      return 0
    })
  },
})

interface Wanted {
  readonly set: SettingsSet
  readonly from: PlainDate
  readonly basis: string
}

/** A draft and its coming into force, together: a set that is refused leaves no draft behind. */
const putInForce = (
  { performTogether, newId }: Pick<Services, 'performTogether'> & { readonly newId: () => string },
  { set, from, basis }: Wanted,
): Result<null, string> => {
  const recordId = newId()
  const actor = { staffId: 'system', role: 'administrator', session: null } as const
  const inputs = [
    { recordId, base: 0, act: { kind: 'settings.draft', set, basis } },
    { recordId, base: 1, act: { kind: 'settings.put_in_force', from } },
  ] as const
  const done = performTogether(toMutable(inputs), actor)
  return done.ok ? ok(null) : err(refusalWords(done.error.refusal))
}

const readSet = (file: string): Result<SettingsSet, string> => {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    return err(error instanceof SyntaxError ? '不是 json 文件' : '读不到这个文件')
  }
  const read = SettingsSetSchema.safeParse(json)
  if (read.success) return ok(read.data)
  const [issue] = read.error.issues
  return err(`“${issue?.path.join('.') ?? ''}”不符合格式（${issue?.message ?? ''}）`)
}

const isTopic = (text: string): text is SettingsTopic => settingsTopics.some((topic) => topic === text)

const dateOr = (text: string | undefined, otherwise: PlainDate): PlainDate =>
  text !== undefined && isPlainDate(text) ? text : otherwise
