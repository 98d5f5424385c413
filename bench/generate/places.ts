/** Towns of the fictional county of the sample center. */
export const towns: readonly string[] =
  '城关镇 河西镇 白石镇 青龙镇 双河镇 大坝镇 永安镇 太平镇 柳林镇 石桥镇 马家店镇 东风街道 新华街道 北关街道 凤凰街道 五里乡 云台乡 桃源乡 响水乡 大岭乡'.split(
    ' ',
  )

const first = [
  ...'东西南北上下大小前后新老长高白青红黄金石龙凤马杨李王张刘赵孙周吴郑陈冯沈韩朱秦许何吕施孔曹严华魏陶姜戚谢邹',
]
const second = [...'河桥庄湾坪岭坝沟塘井坡洼甸屯堡寨营店铺园林山峰崖台岗滩洲渡口门关坊巷街路堂庙寺塔窑厂矿站场']
const endings = ['村', '社区', '小区', '组']

/** About eight thousand villages, quarters and estates. */
export const villages: readonly string[] = [
  ...new Set(first.flatMap((a) => second.flatMap((b) => endings.map((ending) => `${a}${b}${ending}`)))),
]

export const roads: readonly string[] = first.flatMap((a) => ['河路', '山街', '安大道', '园巷'].map((b) => `${a}${b}`))
