import { type RegisterSchema, choiceField, dateField, fenField, textField } from '../schema.ts'

/** 行政执法结果公开: decisions of the organs; of natural persons only what cannot be traced to them. */
export const enforcementResults: RegisterSchema = {
  code: 'documentNo',
  identity: ['documentNo'],
  title: 'caseName',
  organ: 'organ',
  aboutParties: true,
  fields: [
    textField(
      'documentNo',
      ['决定书文号', '文书号', '行政处罚决定书文号', '处罚决定书文号', '许可决定书文号', '文号'],
      100,
      {
        required: true,
        search: true,
      },
    ),
    textField('caseName', ['案件名称', '事项名称', '处罚名称', '许可内容', '案由'], 300, {
      required: true,
      search: true,
    }),
    choiceField(
      'kind',
      ['执法类别', '执法类型', '决定类型', '行政行为类型', '类别'],
      {
        penalty: ['行政处罚', '处罚'],
        compulsion: ['行政强制', '强制'],
        licence: ['行政许可', '许可'],
        inspection: ['行政检查', '检查'],
        levy: ['行政征收', '行政收费', '征收'],
        other: ['其他', '其他行政执法'],
      },
      { required: true },
    ),
    choiceField(
      'partyKind',
      ['当事人类别', '当事人类型', '相对人类别', '行政相对人类别'],
      {
        person: ['自然人', '个人', '公民'],
        sole_trader: ['个体工商户', '个体'],
        organization: ['法人及非法人组织', '法人', '企业', '单位', '法人或其他组织', '其他组织', '非法人组织'],
      },
      { required: true },
    ),
    textField(
      'party',
      [
        '当事人',
        '当事人名称',
        '当事人姓名或名称',
        '行政相对人名称',
        '行政相对人',
        '被处罚人',
        '相对人名称',
        '相对人',
        '相对人姓名或名称',
        '行政相对人姓名或名称',
      ],
      200,
      {
        required: true,
        personal: 'name',
      },
    ),
    textField('partyId', ['证件号码', '统一社会信用代码', '行政相对人代码', '身份证号', '当事人证件号码'], 60, {
      personal: 'id',
    }),
    textField('fact', ['违法事实', '主要违法事实', '违法行为类型', '主要事实', '事实'], 4000),
    textField('basis', ['处罚依据', '执法依据', '许可依据', '法律依据', '依据'], 2000),
    textField('content', ['处罚内容', '决定内容', '处罚结果', '处理结果', '执法结果'], 4000, { required: true }),
    fenField('fineFen', ['罚款金额', '罚款']),
    fenField('confiscatedFen', ['没收金额', '没收违法所得', '没收违法所得、没收非法财物的金额']),
    textField('organ', ['决定机关', '处罚机关', '执法机关', '作出决定的行政机关', '许可机关', '执法主体'], 200, {
      required: true,
      search: true,
    }),
    dateField('decidedOn', ['决定日期', '处罚决定日期', '作出决定日期', '许可决定日期', '决定时间'], {
      required: true,
    }),
    choiceField('penaltyClass', ['公示类别', '处罚档次', '处罚种类档次'], {
      warning_only: ['仅警告', '警告'],
      minor: ['较低数额', '通报批评', '较低数额罚款', '一般'],
      other: ['其他', '较重', '严重'],
    }),
    dateField('restrictedUntil', ['限制截止日期', '限制期限至', '限制从业截止日期']),
    dateField('publishedOn', ['公示日期', '公开日期', '公示时间']),
    textField('note', ['备注', '说明'], 1000, { public: false }),
  ],
}
