import { type RegisterSchema, choiceField, dateField, fenField, intField, textField } from '../schema.ts'

/** 财政专项资金清单: what is given for what, and to whom. */
export const fundList: RegisterSchema = {
  code: 'code',
  identity: ['name', 'year', 'recipient', 'organ'],
  title: 'name',
  organ: 'organ',
  aboutParties: true,
  fields: [
    textField('code', ['资金编码', '项目编码', '编码'], 80, { search: true }),
    textField('name', ['资金名称', '专项资金名称', '项目名称', '名称'], 300, { required: true, search: true }),
    intField('year', ['年度', '预算年度', '年份'], 9999, { required: true }),
    textField('organ', ['主管部门', '责任部门', '分配部门', '资金主管部门'], 200, { required: true, search: true }),
    fenField('amountFen', ['资金金额', '金额', '资金额度', '安排金额', '下达金额'], { required: true }),
    textField('source', ['资金来源', '来源', '资金级次'], 200),
    textField('purpose', ['资金用途', '用途', '使用方向', '项目内容'], 2000),
    textField('basis', ['分配依据', '政策依据', '文件依据', '下达文号', '文号'], 1000),
    choiceField('partyKind', ['对象类别', '补助对象类别', '受益对象类别'], {
      person: ['自然人', '个人', '农户', '公民'],
      organization: ['单位', '法人', '企业', '其他组织', '法人及非法人组织'],
    }),
    textField('recipient', ['分配对象', '补助对象', '使用单位', '项目单位', '受益对象'], 300, { personal: 'name' }),
    dateField('allocatedOn', ['下达日期', '拨付日期', '分配日期']),
    textField('note', ['备注', '说明'], 1000, { public: false }),
  ],
}
