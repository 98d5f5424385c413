import { type Result, err, ok } from '../domain/result.ts'

export interface BenchArguments {
  readonly names: readonly string[]
  readonly size: number | null
  readonly rounds: number
  readonly json: boolean
}

/** `error` is the sentence for stderr. */
export const benchArguments = (args: readonly string[], known: readonly string[]): Result<BenchArguments, string> => {
  const names: string[] = []
  let size: number | null = null
  let rounds = 3
  let json = false
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? ''
    if (arg === '--json') json = true
    else if (arg === '--size' || arg === '--rounds') {
      const value = Number(args[(index += 1)])
      if (!Number.isInteger(value) || value < 1 || value > 10_000_000)
        return err(`${arg} needs a whole number from 1 to 10000000`)
      if (arg === '--size') size = value
      else rounds = value
    } else if (arg === 'all') names.push(...known)
    else if (known.includes(arg)) names.push(arg)
    else return err(`unknown: ${arg}`)
  }
  return names.length === 0 ? err('name a bench') : ok({ names, size, rounds, json })
}
