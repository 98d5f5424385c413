import type { Person, Trader } from './clerk.ts'

/** Nobody: region 990123 does not exist, and the phone numbers are not given out. */
export const trader: Trader = {
  name: '青岚县清和美发店',
  idNumber: '92990123MA0QHE5K71',
  operator: '周文静',
  operatorId: '990123198503120027',
  phone: '13800002046',
  address: '青岚县城关镇河西路 88 号 1 层',
}

export const citizen: Person = {
  name: '孙建国',
  idNumber: '990123197805210015',
  phone: '13800007719',
  address: '青岚县城关镇东门街 12 号 2 单元 301',
}

export const secondCitizen: Person = {
  name: '吴晓岚',
  idNumber: '990123199211300047',
  phone: '13800003386',
  address: '青岚县柳河镇新民村 5 组',
}
