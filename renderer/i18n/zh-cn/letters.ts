/** What letters have beside their wording, which stands in `domain/letters/templates`. */
export const letters = {
  join: '；',
  and: '、',
  stop: '。',
  blank: '　',
  void: '作废',
  head: {
    window: '{{name}}（{{deviceNo}}）',
    phone: '电话 {{phone}}',
    continued: '{{title}}（续）',
  },
  value: {
    days: { workday: '{{n}} 个工作日', day: '{{n}} 日' },
    onSpot: '当场办结',
    hotline: '12345',
  },
  foot: {
    progress: '查询进度：',
    progressQr: '扫描二维码，或者凭编号和证件号码后四位查询。',
    progressNo: '凭编号和证件号码后四位在服务中心自助机或者窗口查询。',
    supervision: '监督：',
    template: '模板：{{title}} {{version}}（{{from}} 起用）',
    printed: '打印 {{at}} {{deviceNo}}',
    first: '首次打印',
    again: '第 {{n}} 次打印',
    page: '{{n}}/{{of}} 页',
  },
  why: {
    title: '期限怎样计算',
    promised: '承诺 {{days}}，至 {{due}}',
    statutory: '法定 {{days}}，至 {{due}}',
    special: '听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审所需时间依法另行书面告知，不计入（{{article}}）。',
    calendar: '期限日历',
  },
  preview: {
    title: '预览：{{letter}}',
    print: '打印',
    loading: '正在排版',
    pages: '共 {{n}} 页',
    voided: '文书已经作废，只能查看。',
    unavailable: '这份文书现在无法生成，请重新打开办件后再试。',
  },
} as const
