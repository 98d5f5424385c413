import { type RegisterSchema, choiceField, textField } from '../schema.ts'

/** 权责清单: powers of the organs and the duties that go with them. */
export const powerList: RegisterSchema = {
  code: 'code',
  identity: ['name', 'subItem', 'organ'],
  title: 'name',
  organ: 'organ',
  aboutParties: false,
  fields: [
    textField('code', ['权力编码', '职权编码', '事项编码', '基本编码', '编码'], 80, { search: true }),
    textField('name', ['权力名称', '职权名称', '权力事项名称', '事项名称', '项目名称', '名称'], 300, {
      required: true,
      search: true,
    }),
    textField('subItem', ['子项名称', '子项', '业务办理项'], 300),
    choiceField(
      'kind',
      ['权力类型', '职权类型', '权力类别', '职权类别', '事项类型', '类别'],
      {
        licence: ['行政许可', '许可'],
        penalty: ['行政处罚', '处罚'],
        compulsion: ['行政强制', '强制'],
        levy: ['行政征收', '征收'],
        requisition: ['行政征用', '征用'],
        benefit: ['行政给付', '给付'],
        inspection: ['行政检查', '检查', '行政监督检查'],
        confirmation: ['行政确认', '确认'],
        reward: ['行政奖励', '奖励'],
        adjudication: ['行政裁决', '裁决'],
        other: ['其他', '其他行政权力', '其他权力', '其他类'],
      },
      { required: true },
    ),
    textField('organ', ['行使主体', '实施主体', '实施机关', '责任主体', '责任部门', '实施部门', '部门名称'], 200, {
      required: true,
      search: true,
    }),
    textField('unit', ['承办机构', '责任处室', '承办科室'], 200),
    textField('level', ['行使层级', '实施层级', '层级'], 60),
    textField('legalBasis', ['设定依据', '实施依据', '法律依据', '职权依据', '权力依据'], 4000),
    textField('duty', ['责任事项', '职责', '责任内容'], 4000),
    textField('liability', ['追责情形', '追责情形及依据', '问责依据', '责任事项依据'], 4000),
    textField('note', ['备注', '说明'], 1000),
  ],
}
