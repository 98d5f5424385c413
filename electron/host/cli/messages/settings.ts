import type { SettingsTopic } from '../../../../domain/settings/center-settings.ts'

export const topicWords: Readonly<Record<SettingsTopic, string>> = {
  supervision: '电子监察规则和临期提醒',
  assessment: '季度考核权重和等次',
  tasks: '监察任务办理时限',
  consultation: '咨询答复时限',
  complaint: '投诉受理和办理时限',
  disclosure: '依申请公开中法律没有规定的时限',
  proactive: '主动公开中法律没有规定的时限',
  remedies: '行政复议机关（不是本级人民政府的）',
}

const problems: Readonly<Record<string, string>> = {
  rule_twice: '规则“{detail}”写了两次',
  no_rule_left: '没有一条规则起作用，等于不监察',
  trigger_changed: '规则“{detail}”只能改级别和数字，换成另一件事请用新的编号',
  threshold_invalid: '规则“{detail}”的数字不在允许的范围内',
  version_twice: '规则“{detail}”在这一天已经有一个版本',
  version_missing: '规则“{detail}”的版本不连续',
  from_not_later: '规则“{detail}”在这一天或者以后已经有一个版本，请从更晚的一天起启用',
  task_limits_invalid: '任务“{detail}”的时限不对：只有差评要联系核实和反馈，并且核实不晚于反馈、反馈不晚于整改',
  organ_twice: '“{detail}”写了两次',
  weights_not_100: '权重之和应为 100',
  weight_invalid: '权重应为 0 至 100 的整数',
  deduction_invalid: '扣分应为 0 至 100 的整数',
  compression_invalid: '压缩率满分标准应为 1 至 100 的整数',
  thresholds_invalid: '等次分数线应从高到低排列',
}

/** What is wrong with a set, in one line. */
export const settingsProblemWords = (code: string, detail: string): string =>
  (problems[code] ?? code).replaceAll('{detail}', detail)
