import type { ParcelProblemCode } from '../parcel/parcel.ts'
import type { Imported } from '../queries/parcels.ts'

/** Why a parcel was not made or not taken, and what to do; pages and both command lines say the same. */
export const parcelProblemWords: Readonly<Record<ParcelProblemCode, string>> = {
  not_a_parcel: '不是一窗的离线包，请选择扩展名为 .yichuang 的文件',
  parcel_newer: '离线包由更新版本的程序制作，请先升级本程序',
  parcel_truncated: '离线包不完整（没有拷完），请重新拷贝或重新导出',
  parcel_damaged: '离线包已损坏，请重新拷贝或重新导出',
  parcel_direction: '方向不对：窗口导出的包要在中心服务器导入，中心的回执包要在窗口导入',
  parcel_foreign_center: '这是别的中心的离线包，请核对后换本中心的',
  parcel_foreign_device: '这是别的设备的离线包，请核对后换本设备的',
  parcel_other_key: '离线包是用别的或更早的密钥加封的，请重新导出一份',
  parcel_signature: '离线包的签名不对，内容可能被人改动过：请勿使用，重新导出一份',
  parcel_unreadable: '读不到这个文件，请检查 U 盘',
  parcel_not_introduced: '设备还没有与中心服务器联系过，请先联网登记一次',
  parcel_gap: '中间缺少较早的回执包：请在窗口重新导出一份，带到中心取新的回执包',
  parcel_history: '离线包里的中心记录与已有的不一致：请联网核对一次，并告知管理员',
  parcel_scope: '中心更改了本机可用数据的范围，请先联网一次',
  parcel_cancelled: '已取消',
  parcel_busy: '正在导出或导入另一个离线包，请稍候',
  parcel_not_written: '写不进这个文件，请检查 U 盘是否已满、已拔出或只读',
  parcel_name_taken: '已有同名的文件，而且不是离线包：请换一个文件名',
}

/** What a parcel that was taken brought, against what was here. */
export const parcelWasWords: Readonly<Record<Exclude<Imported['was'], 'new'>, string>> = {
  nothing_new: '包里没有新内容，本机已是最新',
  taken_before: '这个包此前已导入过，没有重复导入',
  older: '这是较早的包，其中的内容本机都已有，没有改动',
}
