/** Why a whole file is not taken in; nothing of it is. */
export const fileProblemCodes = [
  'file_not_found',
  'file_not_readable',
  'not_a_file',
  'file_too_large',
  'file_empty',
  'format_unknown',
  'encoding_unknown',
  'not_json',
  'json_not_a_list',
  'csv_broken',
  'xlsx_broken',
  'xlsx_locked',
  'no_header',
  'duplicate_column',
  'too_many_rows',
] as const
export type FileProblemCode = (typeof fileProblemCodes)[number]
