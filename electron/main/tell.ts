/** One sentence on the terminal, for whoever started the application there. Never personal data. */
export const tell = (sentence: string): void => void process.stderr.write(`yichuang: ${sentence}\n`)
