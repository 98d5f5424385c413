import { type RegisterSchema, choiceField, fenField, textField } from '../schema.ts'

/** 收费目录清单 (条例 art. 20(1)(8): items, bases and standards; 行政许可法 art. 59). */
export const feeList: RegisterSchema = {
  code: 'code',
  identity: ['name', 'subItem', 'organ'],
  title: 'name',
  organ: 'organ',
  aboutParties: false,
  fields: [
    textField('code', ['收费编码', '项目编码', '收费项目编码', '编码'], 80, { search: true }),
    textField('name', ['收费项目', '收费项目名称', '项目名称', '收费名称', '名称'], 300, {
      required: true,
      search: true,
    }),
    textField('subItem', ['收费子项', '子项', '收费明细'], 300),
    textField('organ', ['执收单位', '收费单位', '执收部门', '征收部门', '收费部门'], 200, {
      required: true,
      search: true,
    }),
    choiceField(
      'kind',
      ['收费类型', '收费性质', '收费类别', '项目类型'],
      {
        administrative: ['行政事业性收费', '行政事业性', '行政性收费', '事业性收费'],
        fund: ['政府性基金', '基金'],
        service: ['经营服务性收费', '经营服务性'],
        intermediary: ['涉企中介服务收费', '中介服务收费'],
      },
      { required: true },
    ),
    textField('standard', ['收费标准', '征收标准', '标准'], 2000, { required: true }),
    fenField('priceFen', ['单价', '收费金额']),
    textField('priceUnit', ['计费单位', '计量单位', '收费单位标准'], 60),
    textField('basis', ['收费依据', '政策依据', '文件依据', '立项依据', '批准文号', '依据'], 2000, { required: true }),
    textField('payer', ['缴费人', '收费对象', '征收对象', '收费范围'], 500),
    textField('management', ['资金管理方式', '管理方式', '缴库方式', '资金管理'], 200),
    textField('relief', ['减免政策', '优惠政策', '减免规定'], 2000),
    textField('note', ['备注', '说明'], 1000),
  ],
}
