/** Why a store cannot be made in a folder. */
export const obstacleWords = (obstacle: 'has_store' | 'not_empty' | 'not_a_folder', dir: string): string => {
  switch (obstacle) {
    case 'has_store':
      return `这个目录里已经有本地库：${dir}`
    case 'not_empty':
      return `目录不是空的：${dir}`
    case 'not_a_folder':
      return `这不是目录：${dir}`
  }
}

export const keyFileWarning = (dir: string): string =>
  `注意：没有设置口令，密钥放在 ${dir} 里的 store.key，能读这个文件的人就能打开本地库。设置环境变量 YICHUANG_PASSPHRASE 后再建库可避免。`
