import { type RegisterSchema, choiceField, intField, textField } from '../schema.ts'

/** 行政审批中介服务清单: services of third bodies that an approval presupposes. */
export const intermediaryServices: RegisterSchema = {
  code: 'code',
  identity: ['name', 'item', 'organ'],
  title: 'name',
  organ: 'organ',
  aboutParties: false,
  fields: [
    textField('code', ['中介服务编码', '服务编码', '事项编码', '编码'], 80, { search: true }),
    textField('name', ['中介服务事项', '中介服务事项名称', '中介服务名称', '服务事项名称', '名称'], 300, {
      required: true,
      search: true,
    }),
    textField('item', ['对应审批事项', '涉及的审批事项', '审批事项名称', '行政审批事项', '关联事项'], 500, {
      required: true,
      search: true,
    }),
    textField('organ', ['审批部门', '主管部门', '实施主体', '行业主管部门', '责任部门'], 200, {
      required: true,
      search: true,
    }),
    textField('basis', ['设定依据', '法律依据', '服务依据', '依据'], 4000, { required: true }),
    textField('provider', ['中介服务机构', '服务机构', '实施机构', '机构资质要求', '资质要求'], 1000),
    textField('result', ['服务成果', '成果名称', '中介服务成果'], 300),
    intField('days', ['服务时限', '办理时限', '完成时限', '时限'], 3650),
    choiceField('pricing', ['收费性质', '价格管理方式', '定价方式', '收费方式'], {
      market: ['市场调节价', '市场调节'],
      guided: ['政府指导价'],
      fixed: ['政府定价'],
      free: ['不收费', '免费'],
    }),
    textField('standard', ['收费标准', '服务收费标准'], 2000),
    textField('note', ['备注', '说明'], 1000),
  ],
}
