export const enrol = {
  title: '登记本机',
  pageTitle: '登记本机',
  intro: '第一次使用时，把本机登记到服务中心。以后没有网络也能办理。',
  server: '服务器地址',
  serverHint: '由管理员提供，如 https://zwfw.example.gov.cn',
  code: '登记码',
  codeHint: '一台设备一个，只能用一次',
  submit: '登记',
  busy: '正在登记，并接收人员和事项',
  needServer: '请填写服务器地址，以 https:// 或 http:// 开头。',
  needCode: '请填写登记码。',
  failed: '没有登记成功',
} as const
