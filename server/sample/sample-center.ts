import type { Center, Window } from '../../contract/reference.ts'
import type { Role } from '../../domain/case/role.ts'

/** A fictional county: region 990123 does not exist, its people neither. */
export const sampleCenter: Center = {
  code: '990123',
  name: '青岚县政务服务中心',
  address: '青岚县城关镇政务路 1 号',
  phone: '0900-5550100',
  supervisePhone: '0900-5550119',
  progressUrl: null,
}

export const sampleWindows: readonly Window[] = [
  { deviceNo: 'W03', name: '3 号窗口', phone: '0900-5550103', organs: [] },
  { deviceNo: 'W05', name: '5 号窗口', phone: '0900-5550105', organs: [] },
  { deviceNo: 'D02', name: '信息公开窗口', phone: '0900-5550102', organs: [] },
]

/** The same for all of them and no secret: the sample holds nobody's data. */
export const samplePassword = 'yichuang-2026'

export interface SamplePerson {
  readonly login: string
  readonly name: string
  readonly role: Role
  readonly organ: string | null
  /** That an agent looks after. */
  readonly village?: string
}

export const sampleStaff: readonly SamplePerson[] = [
  { login: 'linxiaomei', name: '林晓梅', role: 'clerk', organ: null },
  { login: 'zhouhang', name: '周航', role: 'clerk', organ: null },
  { login: 'wangli', name: '王丽', role: 'reviewer', organ: '县卫生健康局' },
  { login: 'zhaoming', name: '赵明', role: 'head', organ: '县卫生健康局' },
  { login: 'hemin', name: '何敏', role: 'disclosure_officer', organ: '县人民政府办公室' },
  { login: 'zhengli', name: '郑立', role: 'supervisor', organ: null },
  { login: 'hanxiumei', name: '韩秀梅', role: 'agent', organ: null, village: '新民村' },
  { login: 'admin', name: '管理员', role: 'administrator', organ: null },
]
