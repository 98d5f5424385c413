import type { Runs } from '../../../domain/letters/content.ts'

/** Dates and decisions stand out by their face, as in printed official letters. */
export function RunsText({ runs }: { readonly runs: Runs }) {
  return runs.map((run, at) =>
    run.strong ? (
      // The runs of a printed text never change their order: the place is the identity.
      <b key={at} className="letter-strong">
        {run.text}
      </b>
    ) : (
      run.text
    ),
  )
}
