import type { Refusal, RefusalCode } from '../../../../domain/case/refusal.ts'

/** What is wrong with a rating, or an act on a task, mandate, hand-over list or template; `{until}` and so on stand for what it carries. */
const sentences: Readonly<Partial<Record<RefusalCode, string>>> = {
  rating_too_early: '办件受理或者办结以后才能评价',
  rating_given: '这个办件已经评价过，一事一评，不能再评',
  task_kind_mismatch: '这类监察任务没有这一步',
  explanation_missing: '黄牌、红牌要先作说明，再报告整改结果',
  rating_not_verified: '请先联系评价人核实情况，再答复',
  feedback_missing: '请先向评价人反馈处理意见，再答复',
  call_back_missing: '实名差评必须回访，回访登记后才能办结',
  rater_anonymous: '这是匿名评价，没有可以联系的评价人',
  escalation_not_graver: '只能升级为更重的一级：催办、督办、黄牌、红牌',
  mandate_not_in_force: '委托还没有生效：要先签署、核对，并且到了起始日期（{from}）',
  mandate_run_out: '委托期限已于 {until} 届满，请重新委托',
  mandate_revoked: '委托已于 {on} 撤销，不能再代办',
  mandate_used_up: '委托的事项已于 {on} 办结，还要办的请重新委托',
  mandate_other_agent: '来办的人不是这份委托书的代理人',
  mandate_matter_not_covered: '委托书没有委托办理“{matter}”，请补办委托',
  mandate_deed_not_covered: '委托书没有授权办理这一步，请由本人办理或者补办委托',
  mandate_cases_exhausted: '委托书约定最多办理 {max} 件，已经用完',
  in_person_required: '“{matter}”依法应当由本人办理，不能委托',
  sub_agency_not_consented: '被代理人没有同意转委托；紧急情况下转委托的，请写明原因',
  template_unsound: '模板里的“{detail}”有误，还不能用',
  template_other_letter: '一份模板只能写一种文书，不能改成另一种',
  settings_other_topic: '一份参数只能改原来的那一类，不能改成另一类',
  handover_step_wrong: '交接单现在不在这一站，或者不是往这个方向交接',
  handover_line_signed: '第 {line} 行已经签收，或者没有这一行',
}

/** Null for a code without a sentence here. */
export const recordRefusalSentence = ({ code, params }: Pick<Refusal, 'code' | 'params'>): string | null =>
  sentences[code]?.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '')) ?? null
