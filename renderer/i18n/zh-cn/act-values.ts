import { onlyInLetters } from '../../../domain/letters/adapt/letter-words.ts'
import { terms } from './terms.ts'

type Words = Readonly<Record<string, string>>

const officials = { organ_head: '本机关负责人', government_head: '本级人民政府负责人' }
const remedyResults = { maintain: '结果维持', correct: '结果纠正', other: '其他结果', pending: '尚未审结' }
const ownRecord = {
  corrected: '已更正',
  transferred: '已转送有权机关',
  told_where: '已告知向有权机关提出',
  not_verified: '经核实无需更正',
}

/** Values that a field can have, by the name of the field; where one name means different things, by act and path. */
export const actValues: Readonly<Record<string, Words>> = {
  dayUnit: { workday: '工作日', day: '日' },
  reportCategory: terms.reportCategory,
  idType: terms.idType,
  pickup: terms.pickup,
  supplyForm: terms.supplyForm,
  supplyWay: terms.supplyWay,
  form: terms.supplyForm,
  method: terms.paymentMethod,
  relation: {
    self: '本人',
    representative: '代理人',
    agent: '代办员',
    staff: '单位工作人员',
    family: '同住成年家属',
  },
  carrier: { china_post: '邮政企业', other: '其他企业' },
  procedure: terms.pause,
  approver: officials,
  outcome: onlyInLetters.outcome,
  detail: { already_public: '已主动公开', not_this_organ: '不属于本机关负责', not_exist: '经检索没有' },
  opinion: { agree: '同意公开', refuse: '不同意公开' },
  review: onlyInLetters.review,
  finding: terms.finding,
  satisfaction: terms.satisfaction,
  handover: terms.replyHandover,
  flag: { supervised: '督办', urged: '催办', duplicate_suspected: '疑似重复' },
  code: {
    wrong_applicant: '申请人登记错误',
    wrong_item: '事项选择错误',
    entered_twice: '重复登记',
    trial_entry: '试用登记',
    other: '其他',
  },
  route: { direct: '直接起诉', after_review: '复议后起诉' },
  way: terms.deliveryWay,
  'disclosure.deliver.way': { in_person: '当面交付', post: '邮寄', electronic: '电子送达', left: '留置送达' },
  'service.lapse.outcome': { terminated: '终止办理', withdrawn: '视为撤回' },
  'service.turn_down.ground': terms.refusalGround,
  'service.terminate.ground': terms.terminationGround,
  'service.revoke.ground': terms.revocationGround,
  'complaint.refuse.ground': terms.complaintGround,
  'service.hearing_arrange.ground': {
    request: '申请人、利害关系人要求听证',
    law: '法律、法规、规章规定应当听证',
    public_interest: '涉及公共利益的重大许可',
  },
  'bundle.child_done.result': terms.partResult,
  'disclosure.reconsideration.record.result': remedyResults,
  'disclosure.litigation.record.result': remedyResults,
  'disclosure.draft.reply.ownRecord.result': ownRecord,
  'disclosure.spot_reply.reply.ownRecord.result': ownRecord,
  'disclosure.suggest_publication.by': { applicant: '申请人建议', organ: '本机关认为' },
  'case.link.link.kind': {
    bundle: '所属联办件',
    about: '投诉、咨询所涉',
    redo_of: '重新办理自',
    repeat_of: '重复于',
    similar_to: '相似',
    turned_into: '已转为',
  },
  'service.fee_notice.lines.basis.kind': { law: '法律', administrative_regulation: '行政法规', other_norm: '其他规范' },
  'bundle.fee_notice.charges.lines.basis.kind': {
    law: '法律',
    administrative_regulation: '行政法规',
    other_norm: '其他规范',
  },
  'service.deliver.proof': terms.deliveryProof,
  'service.delivery_proof.proof': terms.deliveryProof,
  'bundle.hand_over.proof': terms.deliveryProof,
  proof: { signature: '签收', postal: '邮件回执', system_receipt: '系统回执', left: '留置送达' },
  parts: { disclosed: '公开的部分', withheld: '不公开的部分' },
}
