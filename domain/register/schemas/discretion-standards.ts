import { type RegisterSchema, choiceField, fenField, textField } from '../schema.ts'

/** 行政裁量权基准: which circumstances lead to which measure. */
export const discretionStandards: RegisterSchema = {
  code: 'code',
  identity: ['name', 'circumstance', 'organ'],
  title: 'name',
  organ: 'organ',
  aboutParties: false,
  fields: [
    textField('code', ['基准编码', '裁量基准编码', '编码'], 80, { search: true }),
    textField('name', ['违法行为', '裁量事项', '事项名称', '违法行为名称', '处罚事项', '名称'], 500, {
      required: true,
      search: true,
    }),
    textField('powerCode', ['权力编码', '对应权力编码', '职权编码'], 80, { search: true }),
    textField('organ', ['实施主体', '实施机关', '执法主体', '行使主体', '责任部门'], 200, {
      required: true,
      search: true,
    }),
    textField('basis', ['法律依据', '处罚依据', '裁量依据', '依据'], 4000, { required: true }),
    choiceField('grade', ['裁量阶次', '违法程度', '裁量档次', '情节', '违法情节程度'], {
      slight: ['轻微', '轻微不罚', '不予处罚'],
      minor: ['较轻', '减轻', '从轻'],
      usual: ['一般', '适中'],
      serious: ['较重', '严重'],
      grave: ['特别严重', '特别重大'],
    }),
    textField('circumstance', ['适用情形', '违法情节', '裁量情节', '具体情形', '适用条件'], 2000, { required: true }),
    textField('standard', ['裁量标准', '处罚标准', '裁量幅度', '处罚幅度', '裁量基准'], 2000, { required: true }),
    fenField('minFen', ['罚款下限', '最低罚款']),
    fenField('maxFen', ['罚款上限', '最高罚款']),
    textField('note', ['备注', '说明'], 1000),
  ],
}
