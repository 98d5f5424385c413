/** Words for a file of certificates that cannot be used. */
export const authorityWords = (code: 'ca_unreadable' | 'ca_invalid', path: string): string =>
  code === 'ca_unreadable' ? `${path}：文件不存在或不可读` : `${path}：不是 PEM 格式的根证书（CA）`
