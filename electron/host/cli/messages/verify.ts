import type { StoreProblem, StoreProblemCode } from '../../../../db/upkeep/problems.ts'

/** One line for one kind of damage, with its first row. */
export const storeProblemWords = ({ code, row, detail, rows }: StoreProblem): string =>
  `${words[code]}：${row}（${detail}）${rows > 1 ? `，共 ${String(rows)} 处` : ''}`

const words: Readonly<Record<StoreProblemCode, string>> = {
  page_damaged: '文件有一页已损坏',
  reference_broken: '有记录指向不存在的记录',
  seq_gap: '操作链缺号或重号',
  hash_mismatch: '操作的校验值对不上，内容可能被改过',
  canon_mismatch: '操作的索引列与正文不一致',
  history_gap: '中心的提交序号有缺口',
  history_mismatch: '中心的提交记录与服务器给出的校验值不一致',
  state_mismatch: '办件的现状与操作记录不一致',
  case_without_log: '办件没有对应的操作记录',
  record_without_log: '记录没有对应的操作',
  number_twice: '两个办件使用同一编号',
  counter_behind: '编号计数落后于已用的编号',
  search_broken: '查找索引与办件不一致',
  journal_damaged: '日志副本有一段读不出',
  journal_behind: '操作没有写进日志副本',
  journal_mismatch: '日志副本与操作记录的内容不同',
}
