import { describe, expect, it } from 'vitest'
import { attachmentLimit } from '../../domain/attachment/attachment.ts'
import { fileProblem, recordedName, sizeText } from './read-file.ts'

describe('a file to be attached', () => {
  it('is refused before it is read when it is empty or beyond the limit', () => {
    expect(fileProblem({ size: 0 })).toBe('empty')
    expect(fileProblem({ size: attachmentLimit })).toBeNull()
    expect(fileProblem({ size: attachmentLimit + 1 })).toBe('too_large')
  })

  it('is recorded without its folder, short enough, with its ending', () => {
    expect(recordedName('C:\\扫描\\营业执照.jpg')).toBe('C: 扫描 营业执照.jpg')
    expect(recordedName('a\u0000b\n.pdf')).toBe('a b .pdf')
    expect(recordedName('  ')).toBe('-')
    const long = recordedName(`${'长'.repeat(300)}.pdf`)
    expect(long).toHaveLength(200)
    expect(long.endsWith('.pdf')).toBe(true)
  })

  it('tells its size as people do', () => {
    expect(sizeText(10)).toBe('1 KB')
    expect(sizeText(320 * 1024)).toBe('320 KB')
    expect(sizeText(1.45 * 1024 * 1024)).toBe('1.4 MB')
  })
})
