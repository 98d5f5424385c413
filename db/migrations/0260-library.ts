import type { Migration } from './migration.ts'

/**
 * What the case library filters by (LIB-1). Item, handler, village and standing clock of the cases on file are read from their states as
 * db/cases/case-columns.ts does.
 */
export const migration0260: Migration = {
  id: 260,
  name: 'library',
  sql: `
ALTER TABLE cases ADD COLUMN item TEXT;
ALTER TABLE cases ADD COLUMN handler TEXT;
ALTER TABLE cases ADD COLUMN village TEXT;
ALTER TABLE cases ADD COLUMN paused INTEGER NOT NULL DEFAULT 0 CONSTRAINT cases_paused CHECK (paused IN (0, 1));

UPDATE cases SET
  item = CASE WHEN cases.kind IN ('service', 'consultation') THEN s.state ->> '$.intake.item.id' END,
  handler = CASE cases.kind
    WHEN 'service' THEN s.state ->> '$.steps[#-1].handler'
    WHEN 'disclosure' THEN s.state ->> '$.assignment.handler'
    WHEN 'consultation' THEN s.state ->> '$.assignment.handler.name'
    WHEN 'complaint' THEN s.state ->> '$.assignment.handler.name'
  END,
  village = CASE WHEN cases.kind = 'complaint' AND coalesce(s.state ->> '$.intake.confidential', 0) = 1 THEN NULL
    ELSE s.state ->> '$.applicant.village' END,
  paused = CASE WHEN cases.clock_start IS NOT NULL AND cases.closed IS NULL
    AND s.state ->> '$.clockStop' IS NULL
    AND EXISTS (
      SELECT 1 FROM json_each(s.state, '$.clockFacts') AS fact
      WHERE fact.value ->> '$.kind' = 'pause' AND fact.value ->> '$.to' IS NULL AND fact.value ->> '$.undone' = 0
    ) THEN 1 ELSE 0 END
FROM case_state AS s
WHERE s.seq = cases.seq AND json_valid(s.state);

CREATE INDEX cases_open_newest ON cases (seq) WHERE closed IS NULL;
CREATE INDEX cases_arrived ON cases (arrived, seq);
-- Closed ones alone: an open case is found among the open ones, and its acts leave these as they are.
CREATE INDEX cases_organ ON cases (organ, seq) WHERE closed IS NOT NULL;
CREATE INDEX cases_device ON cases (device_no, seq) WHERE closed IS NOT NULL;
CREATE INDEX cases_item ON cases (item, seq) WHERE closed IS NOT NULL;
CREATE INDEX cases_handler ON cases (handler, seq) WHERE closed IS NOT NULL;
CREATE INDEX cases_village ON cases (village, seq) WHERE closed IS NOT NULL;
`,
}
