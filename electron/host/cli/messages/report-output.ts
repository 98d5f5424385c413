import type { NewFileProblem } from '../../reports/write-new-file.ts'

export const newFileProblemWords = (problem: NewFileProblem, file: string): string => {
  switch (problem) {
    case 'exists':
      return `${file} 已经存在：请换一个文件名，原文件没有改动`
    case 'no_folder':
      return `${file} 所在的目录不存在`
    case 'not_writable':
      return `${file} 写不了：请检查权限和磁盘空间`
  }
}

/** Cases with steps that only a newer version understands. */
export const incompleteWords = (cases: number): string =>
  `注意：${String(cases)} 件含有较新版本程序的记录，数字可能不全：请先升级`
