// Writes the character tables of domain/text/data. Run by hand when a source has a new version, never in a build:
//
//   node build/scripts/make-text-tables.mjs --unihan DIR --opencc DIR --pinyin DIR
//
// --unihan  Unihan_Readings.txt and Unihan_Variants.txt of the Unicode Character Database
// --opencc  the unpacked npm package opencc-js (its data: OpenCC)
// --pinyin  the unpacked npm package pinyin-pro (phrases and surnames)
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { unihan: { type: 'string' }, opencc: { type: 'string' }, pinyin: { type: 'string' } },
})
const { unihan, opencc, pinyin } = values
if (unihan === undefined || opencc === undefined || pinyin === undefined) {
  console.error('usage: node build/scripts/make-text-tables.mjs --unihan DIR --opencc DIR --pinyin DIR')
  process.exit(2)
}
const outDir = new URL('../../domain/text/data/', import.meta.url)
const load = async (dir, path) => (await import(pathToFileURL(join(dir, path)).href)).default
const versionOf = (dir) => JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')).version

// ---- initials ----
const firstLetter = (syllable) => {
  const letter = syllable.normalize('NFD').replaceAll(/\p{M}/gu, '').charAt(0).toLowerCase()
  return /[a-z]/.test(letter) ? letter : null
}

/** Unihan file → field → code point → value. */
const readUnihan = (file) => {
  const fields = new Map()
  for (const line of readFileSync(join(unihan, file), 'utf8').split('\n')) {
    const [code, field, value] = line.split('\t')
    if (!code?.startsWith('U+') || value === undefined) continue
    if (!fields.has(field)) fields.set(field, new Map())
    fields.get(field).set(Number.parseInt(code.slice(2), 16), value.trim())
  }
  return fields
}
const readings = readUnihan('Unihan_Readings.txt')
const variants = readUnihan('Unihan_Variants.txt')
const unicodeVersion = /Unicode version: (\S+)/.exec(readFileSync(join(unihan, 'Unihan_Readings.txt'), 'utf8'))?.[1]

const syllables = {
  kMandarin: (value) => value.split(' '),
  kHanyuPinlu: (value) => value.split(' ').map((part) => part.replace(/\(.*/, '')),
  kTGHZ2013: (value) => value.split(' ').flatMap((part) => part.split(':')[1].split(',')),
  kXHC1983: (value) => value.split(' ').flatMap((part) => part.split(':')[1].split(',')),
  kHanyuPinyin: (value) => value.split(' ').flatMap((part) => part.split(':')[1].split(',')),
}
const lettersFrom = (code, fields) =>
  fields.flatMap((field) => {
    const value = readings.get(field)?.get(code)
    return value === undefined ? [] : syllables[field](value).map(firstLetter)
  })
const modern = ['kMandarin', 'kHanyuPinlu', 'kTGHZ2013', 'kXHC1983']
const { pinyin: read } = await import(pathToFileURL(join(pinyin, 'dist/esm/index.mjs')).href)

/**
 * Letters of one character. First the usual reading as pinyin-pro has it, because its phrases are the exceptions to that (Unihan
 * reads 长 as zhǎng first); then those of the modern dictionaries. Readings of dead books only where there is no other.
 */
const lettersOf = (code) => {
  const character = String.fromCodePoint(code)
  const usual = read(character, { toneType: 'none' })
  const found = [...(usual === character ? [] : [firstLetter(usual)]), ...lettersFrom(code, modern)]
  const all = found.length > 0 ? found : lettersFrom(code, ['kHanyuPinyin'])
  return [...new Set(all.filter((letter) => letter !== null))]
}
const letters = new Map()
const codes = new Set(Object.keys(syllables).flatMap((field) => [...(readings.get(field)?.keys() ?? [])]))
for (let code = 0x4e00; code <= 0x9fff; code++) codes.add(code)
for (const code of codes) {
  const own = lettersOf(code)
  if (own.length > 0) letters.set(code, own)
}
// A variant that no dictionary reads is read as the character it stands for.
for (const field of ['kSemanticVariant', 'kZVariant', 'kTraditionalVariant', 'kSimplifiedVariant']) {
  for (const [code, value] of variants.get(field) ?? []) {
    const target = Number.parseInt(value.slice(2), 16)
    if (!letters.has(code) && letters.has(target)) letters.set(code, letters.get(target))
  }
}
// Not in the files: 〇, and two characters of shop and given names that stand for 喜 and 吉.
for (const [character, letter] of [
  ['〇', 'l'],
  ['㐂', 'x'],
  ['𠮷', 'j'],
])
  letters.set(character.codePointAt(0), [letter])

const ordered = [...letters].sort(([a], [b]) => a - b)
const primary = {}
const others = []
for (const [code, [first, ...rest]] of ordered) {
  const character = String.fromCodePoint(code)
  primary[first] = (primary[first] ?? '') + character
  if (rest.length > 0) others.push(character + rest.join(''))
}

const initialsOfPinyin = (text) => text.split(' ').map(firstLetter).join('')
const usual = (text) => [...text].map((character) => letters.get(character.codePointAt(0))?.[0] ?? '').join('')

const surnames = await load(pinyin, 'dist/esm/data/surname.mjs')
const single = []
const compound = []
for (const [name, syllable] of Object.entries(surnames)) {
  const initials = initialsOfPinyin(syllable)
  if ([...name].length > 1) compound.push(name + initials)
  else if (initials !== usual(name)) single.push(name + initials)
}
const phrases = []
for (const n of [2, 3, 4, 5]) {
  for (const [phrase, syllable] of Object.entries(await load(pinyin, `dist/esm/data/dict${n}.mjs`))) {
    const initials = initialsOfPinyin(syllable)
    if (initials !== usual(phrase) && initials.length === [...phrase].length) phrases.push(phrase + initials)
  }
}

const quoted = (text) => `'${text}'`
const record = (entries) => entries.map(([key, value]) => `  ${key}: ${quoted(value)},\n`).join('')
writeFileSync(
  new URL('initials.ts', outDir),
  `// Generated by build/scripts/make-text-tables.mjs; do not edit.
//
// primaryInitials, otherInitials: usual readings from pinyin-pro (see below), the others from Unihan_Readings.txt and Unihan_Variants.txt, Unicode ${unicodeVersion}
//   (kMandarin, kHanyuPinlu, kTGHZ2013, kXHC1983, kHanyuPinyin and the variants), reduced to first letters.
//   Copyright (c) 1991-2022 Unicode, Inc. Unicode License, https://www.unicode.org/copyright.html; the data has been modified.
// surnameInitials, compoundSurnames, phraseInitials: made from pinyin-pro ${versionOf(pinyin)}, reduced to first letters.
//   MIT License, Copyright (c) 2022-present zh-lx.

/** First letter of the usual reading → the characters read so. */
export const primaryInitials: Readonly<Record<string, string>> = {
${record(Object.entries(primary).sort(([a], [b]) => (a < b ? -1 : 1)))}}

/** Characters with first letters of further readings. */
export const otherInitials =
  ${quoted(others.join(' '))}

/** Surnames of one character that are read otherwise than the character usually is. */
export const surnameInitials = ${quoted(single.sort().join(' '))}

/** Surnames of two characters. */
export const compoundSurnames =
  ${quoted(compound.sort().join(' '))}

/** Words in which a character is read otherwise than usually. */
export const phraseInitials =
  ${quoted(phrases.sort().join(' '))}
`,
)

// ---- traditional to simplified ----
const pairsOf = async (name) =>
  new Map((await load(opencc, `dist/esm-lib/dict/${name}.js`)).split('|').map((line) => line.split(' ').slice(0, 2)))
const toSimplified = await pairsOf('TSCharacters')
const isSimplified = await pairsOf('STCharacters')
const folded = new Map(toSimplified)
for (const name of ['TWVariantsRev', 'HKVariantsRev']) {
  for (const [variant, standard] of await pairsOf(name)) {
    // 么, 吃, 床 … are variants in Taiwan or Hong Kong and the standard form on the mainland: they stay.
    if (folded.has(variant) || isSimplified.has(variant)) continue
    const simplified = toSimplified.get(standard) ?? standard
    if (simplified !== variant) folded.set(variant, simplified)
  }
}
/** Followed to the end, so that folding twice changes nothing. */
const settle = (character, seen = new Set([character])) => {
  const next = folded.get(character)
  if (next === undefined || seen.has(next)) return character
  return settle(next, seen.add(next))
}
const pairs = [...folded.keys()]
  .filter((from) => [...from].length === 1 && settle(from) !== from && [...settle(from)].length === 1)
  .sort((a, b) => a.codePointAt(0) - b.codePointAt(0))
  .map((from) => from + settle(from))
writeFileSync(
  new URL('simplified.ts', outDir),
  `// Generated by build/scripts/make-text-tables.mjs; do not edit.
//
// Made from the character tables of OpenCC (TSCharacters, TWVariantsRev, HKVariantsRev) as packed in opencc-js ${versionOf(opencc)}.
// Apache License 2.0, Copyright (c) BYVoid and the OpenCC contributors; the data has been modified: one target a character,
// phrases left out.

/** Traditional character and its simplified form, ${pairs.length} pairs without a separator. For search only, never for print. */
export const simplifiedPairs =
  ${quoted(pairs.join(''))}
`,
)
console.error(
  `${letters.size} characters, ${others.length} with further readings, ${single.length}+${compound.length} surnames, ` +
    `${phrases.length} phrases, ${pairs.length} traditional`,
)
