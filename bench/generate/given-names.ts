/** Characters of given names, the commonest first. */
const common: readonly string[] = [
  ...('英华玉秀文明兰金国红丽春志建平桂云军林海永小伟新梅芳德龙凤清燕玲敏勇强艳成荣杰涛超磊霞娟静洪光辉俊峰斌鹏飞波宁亮忠东宝贵福祥庆生才彬刚雪' +
    '洁莉萍琴珍香爱淑美慧婷琳颖佳欣怡子轩梓涵浩宇博雨晨思雅诗琪嘉瑞泽家豪天翔一鸣锦程景行安然晓月星辰书语若溪可馨依诺沐阳奕铭睿哲皓逸凡承恩' +
    '向阳立民学义长江树根水生火旺土保山河石柱铁柱玉柱有才有福广全广发双喜双林占元占山继宗继业守信守义秋菊冬梅彩霞彩云巧云巧玲翠花翠英凤仙银' +
    '娣招弟来娣素芬素珍月娥月英丹青蓉薇薛蕾莹璐倩茜菲菁媛婕娜妍妮姗姝姣娇婉嫣佩珊珮琬琼瑶瑜瑾璇璟煜烨炜炎焱煊熙勋勤勉励劲健伦仁义礼智信诚' +
    '谦谨言行思源本末松柏竹桐楠桦榕槐柳棠樱荷莲菱苇芷芸茵茹荟萱蔚薪霖霄霆露霜雷电风帆航舟船帅将士兵卫国防守边疆'),
]

/** The 3,755 usual characters (GB 2312 level 1), for the long tail of real names; TextDecoder knows their order by pinyin. */
const usual: readonly string[] = [
  ...new TextDecoder('gbk').decode(
    Uint8Array.from(
      Array.from({ length: 0xd7 - 0xb0 + 1 }, (_, row) =>
        Array.from({ length: 94 }, (_, cell) => [0xb0 + row, 0xa1 + cell]),
      ).flat(2),
    ),
  ),
].filter((character) => /\p{Script=Han}/u.test(character))

/** Without repetition, common ones first. */
export const givenCharacters: readonly string[] = [...new Set([...common, ...usual])]
