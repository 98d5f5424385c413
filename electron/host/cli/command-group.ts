import { type Command, refuseUsage, usageLine } from './command.ts'

interface CommandGroup {
  readonly name: string
  readonly about: string
  /** By the word that follows the name; the first names unknown flags that come before a word. */
  readonly parts: Readonly<Record<string, Command>>
}

/** A command of several: each part reads its own flags, all are described together. */
export const commandGroup = ({ name, about, parts }: CommandGroup): Command => {
  const names = Object.keys(parts)
  const group: Command = {
    name,
    about,
    spec: {
      words: [names.join('|')],
      // Which part needs which flag is said by its line below.
      flags: Object.fromEntries(
        Object.values(parts).flatMap(({ spec }) =>
          Object.entries(spec.flags).map(([flag, { value, about: of }]) => [
            flag,
            { value, about: of, required: false },
          ]),
        ),
      ),
    },
    notes: Object.entries(parts).flatMap(([word, part]) => [
      `${word}：${part.about}`,
      `  ${usageLine({ name: `${name} ${word}`, spec: part.spec })}`,
      ...part.notes.map((note) => `  ${note}`),
    ]),
    run: (args, io) => {
      const [word = '', ...rest] = args
      const part = Object.hasOwn(parts, word) ? parts[word] : undefined
      if (part !== undefined) return part.run(rest, io)
      const [first] = Object.values(parts)
      if (word.startsWith('--') && first !== undefined) return first.run(args, io)
      const known = `可用：${names.join('、')}`
      return refuseUsage(group, [word === '' ? `请写明做什么。${known}` : `没有这种操作：${word}。${known}`], io)
    },
  }
  return group
}
