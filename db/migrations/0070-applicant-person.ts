import type { Migration } from './migration.ts'

/**
 * Whether the applicant's name is a person's, so that a list masks it by the row alone (domain/case/is-person.ts). Nobody's name, which
 * confidential complaints have here, counts as one. Where it was not known it is 1: masked.
 */
export const migration0070: Migration = {
  id: 70,
  name: 'applicant_person',
  sql: `
ALTER TABLE cases ADD COLUMN applicant_person INTEGER NOT NULL DEFAULT 1
  CONSTRAINT cases_applicant_person CHECK (applicant_person IN (0, 1));

UPDATE cases SET applicant_person = 0
FROM case_state AS s
WHERE s.seq = cases.seq
  AND CASE WHEN json_valid(s.state) THEN
    NOT (s.state ->> '$.kind' = 'complaint' AND coalesce(s.state ->> '$.intake.confidential', 0) = 1)
    AND (
      s.state ->> '$.applicant.kind' IN ('enterprise', 'organization')
      OR (s.state ->> '$.applicant.kind' = 'sole_trader' AND s.state ->> '$.applicant.idType' = 'uscc')
    )
  ELSE 0 END;
`,
}
