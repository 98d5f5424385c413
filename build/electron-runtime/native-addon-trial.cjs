// Run by native-addon.mjs in a process of its own: a bad addon ends the process instead of throwing.
// Arguments: the folder of the SQLite package, the addon. Exit 0: it loads, encrypts with aegis and has FTS5.
'use strict'
const Database = require(process.argv[2])

const db = new Database(':memory:', { nativeBinding: process.argv[3] })
db.pragma("cipher='aegis'")
db.exec("create virtual table words using fts5(text); insert into words values ('one window')")
const found = db.prepare('select count(*) as n from words where words match @word').get({ word: 'window' })
if (found.n !== 1) throw new Error('full-text search finds nothing')
if (db.pragma('cipher', { simple: true }) !== 'aegis') throw new Error('the aegis cipher is missing')
db.close()
