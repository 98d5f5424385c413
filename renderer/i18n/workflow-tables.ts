import type { CaseActKind } from '../../domain/case/case-act.ts'
import { caseKinds } from '../../domain/case/case-state.ts'
import { commonTransitions } from '../../domain/case/common-workflow.ts'
import { moduleOf } from '../../domain/case/modules.ts'
import { recordModuleOf } from '../../domain/record/modules.ts'
import { recordKinds } from '../../domain/record/record-state.ts'
import type { Transition, Workflow } from '../../domain/workflow/workflow.ts'
import { articleText } from './article-text.ts'
import { operationText } from './operation-text.ts'
import { recordWords as records } from '../../contract/words/record-words.ts'
import { terms } from './zh-cn/terms.ts'

/** Every procedure as a table for people who know the law and not the code: made from the tables that the program itself runs by. */
export const workflowTables = (): string =>
  [
    '# 办理流程表',
    '本表由程序实际执行的流程表生成（`renderer/i18n/workflow-tables.test.ts` 核对，两者不一致时测试不通过）。“限时出口”是等待对方而对方逾期时由人确认的出口；“条件”是程序中核验该条件的名称。',
    ...caseKinds.map((kind) => section(terms.caseKind[kind], moduleOf(kind).workflow, caseWords)),
    `## 各类办件通用的动作\n\n${table(commonTransitions.map((line) => ['任何状态', ...cells(line, caseWords)]))}`,
    ...recordKinds.map((kind) =>
      section(records.kind[kind], recordModuleOf(kind).workflow, {
        status: (status) => words(records.status[kind], status),
        act: (act) => words(records.act, act),
      }),
    ),
    '',
  ].join('\n\n')

interface Words {
  readonly status: (status: string) => string
  readonly act: (act: string) => string
}

const words = (known: Readonly<Record<string, string>>, key: string): string => known[key] ?? key

const caseWords: Words = {
  status: (status) => words(terms.status, status),
  act: (act) => operationText(act as CaseActKind),
}

const section = (title: string, workflow: Workflow, named: Words): string =>
  `## ${title}\n\n${table(
    Object.entries(workflow.states).flatMap(([state, lines]) =>
      lines.length === 0
        ? [[named.status(state), '（终结）', '', '', '', '', '', '']]
        : lines.map((line) => [state === 'none' ? '（新建）' : named.status(state), ...cells(line, named)]),
    ),
  )}`

const cells = (
  { act, to, roles, by, clock, letter, article, guard, timed }: Transition,
  named: Words,
): readonly string[] => [
  `${named.act(act)} \`${act}\``,
  to === 'same' ? '不变' : named.status(to),
  by === 'program' ? '系统' : roles.map((role) => terms.role[role]).join('、'),
  clocks[clock],
  letter === null ? '' : words(terms.letter, letter),
  article === null ? '' : articleText(article),
  [timed === true ? '限时出口' : '', guard ?? ''].filter((text) => text !== '').join('；'),
]

const clocks: Readonly<Record<Transition['clock'], string>> = {
  start: '起算',
  fresh: '重新计算',
  pause: '暂停',
  resume: '恢复',
  extend: '延长',
  stop: '停止',
  none: '',
}

const head = ['状态', '动作', '到', '岗位', '时限', '文书', '依据', '条件']

const table = (rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(escaped).join(' | ')} |`).join('\n')

const escaped = (text: string): string => text.replaceAll('|', '\\|')
