import type { ContentPair } from '../../../domain/letters/content.ts'
import { RunsText } from './runs.tsx'

/** Names and values: one pair across the whole width, or two side by side. */
export function Pairs({ rows }: { readonly rows: readonly (readonly ContentPair[])[] }) {
  return (
    <table className="letter-table letter-facts">
      <colgroup>
        <col className="letter-name" />
        <col />
        <col className="letter-name" />
        <col />
      </colgroup>
      <tbody>
        {rows.map((pairs, at) => (
          // A printed table never changes its order: the place is the identity.
          <tr key={at}>
            {pairs.map(([name, runs]) => (
              <Pair key={name} name={name} runs={runs} wide={pairs.length === 1} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Pair(props: { readonly name: string; readonly runs: ContentPair[1]; readonly wide: boolean }) {
  return (
    <>
      <th scope="row">{props.name}</th>
      <td {...(props.wide ? { colSpan: 3 } : {})}>
        <RunsText runs={props.runs} />
      </td>
    </>
  )
}
