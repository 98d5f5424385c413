import type { ContentField } from '../../../domain/letters/content.ts'

/** Fields that are filled in by hand, with room for their lines. */
export function Written({ fields }: { readonly fields: readonly ContentField[] }) {
  return (
    <table className="letter-table letter-written">
      <colgroup>
        <col className="letter-name" />
        <col />
      </colgroup>
      <tbody>
        {fields.map(({ name, lines, offers }, at) => (
          // A printed form never changes its order: the place is the identity.
          <tr key={at}>
            <th scope="row">{name}</th>
            <td style={{ height: `${lines * lineMm}mm` }}>{offers}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Room for one line of handwriting. */
const lineMm = 8

/** The part below the dashes is cut off and handed back. */
export function Slip(props: {
  readonly title: string
  readonly text: string
  readonly fields: readonly ContentField[]
}) {
  return (
    <section className="letter-slip">
      <p className="letter-slip-head">
        <b className="letter-strong">{props.title}</b>
        <span>{props.text}</span>
      </p>
      <Written fields={props.fields} />
    </section>
  )
}
