import { expect, it } from 'vitest'
import { readEnrolForm } from './enrol-form.ts'

it.each([
  ['https://zwfw.example.gov.cn/', 'https://zwfw.example.gov.cn'],
  [' zwfw.example.gov.cn ', 'https://zwfw.example.gov.cn'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['ＨＴＴＰＳ：／／zwfw.example.gov.cn', 'https://zwfw.example.gov.cn'],
  ['', null],
  ['ftp://example.org', null],
  ['http://', null],
  ['not a host', null],
])('the server address %j is read as %j', (typed, server) => {
  expect(readEnrolForm(typed, 'x').server).toBe(server)
})

it('the code loses the spaces that copying brings along', () => {
  expect(readEnrolForm('', ' ABCD 1234 ').code).toBe('ABCD1234')
  expect(readEnrolForm('', '  ').code).toBeNull()
})
