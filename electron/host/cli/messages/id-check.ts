import type { IdCheck, IdNumberKind, IdProblemCode } from '../../../../domain/identity/id-check.ts'

/** The answer of `check-id` for people. */
export const idCheckWords = ({ kind, valid, problems, birth, sex }: Omit<IdCheck, 'normalized'>): readonly string[] => [
  `${kindWords[kind]}：${valid ? '有效' : '无效'}`,
  ...(birth === null ? [] : [`出生日期：${birth}`]),
  ...(sex === null ? [] : [`性别：${sex === 'male' ? '男' : '女'}`]),
  ...problems.map(
    ({ code, severity, detail }) =>
      `${severity === 'error' ? '错误' : '提示'}：${problemWords[code]}${detail === '' ? '' : `（${detail}）`}`,
  ),
]

const kindWords: Readonly<Record<IdNumberKind, string>> = {
  resident_id: '公民身份号码',
  hmt_residence: '港澳台居民居住证号码',
  foreign_residence: '外国人永久居留身份证号码',
  uscc: '统一社会信用代码',
  unknown: '不能识别的号码',
}

const problemWords: Readonly<Record<IdProblemCode, string>> = {
  empty: '没有号码',
  length: '应为 18 位（旧证 15 位）',
  character: '含有不允许的字符',
  checksum: '末位校验码不符，应为括号中的字符',
  organization_checksum: '第 9 至 17 位不是有效的组织机构代码',
  birth_impossible: '出生日期不存在',
  birth_in_future: '出生日期在今天之后',
  sequence_zero: '顺序码不能为 000',
  region_unknown: '行政区划代码不在现行表中',
  department_unknown: '登记管理部门代码不在国家标准中',
  old_format: '15 位旧号码，已换算为 18 位核对',
}
