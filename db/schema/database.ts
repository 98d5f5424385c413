import type { BlobTable, BlobUseTable } from './blobs.ts'
import type {
  CaseAliasTable,
  CaseCounterTable,
  CaseFtsDocsizeTable,
  CaseFtsTable,
  CaseStateTable,
  CasesTable,
  MaterialTable,
} from './cases.ts'
import type {
  AnnualTextTable,
  DraftFileTable,
  DraftTable,
  ContactTable,
  DeviceCertificateTable,
  ListColumnsTable,
  ListExportTable,
  ListViewTable,
  PhraseTable,
  SignInTable,
} from './desk.ts'
import type {
  ChainSignatureTable,
  CursorTable,
  MetaTable,
  OperationTable,
  OriginTable,
  QuarantineTable,
  SupersededOperationTable,
} from './log.ts'
import type { NumberBlockTable } from './numbers.ts'
import type { ProgressHashTable, ProgressTable } from './progress.ts'
import type { PreApplicationTable } from './pre-application.ts'
import type { PublishedTable } from './published.ts'
import type { RecordFtsTable, RecordTable } from './records.ts'
import type { BaseStateTable, HeadRunTable, PutAwayTable } from './scope.ts'
import type { CenterTable, ItemTable, ItemUseTable, StaffTable, WindowTable } from './reference.ts'

/** Every table of the store, as the newest migration leaves it. */
export interface Database {
  meta: MetaTable
  origin: OriginTable
  operation: OperationTable
  superseded_operation: SupersededOperationTable
  chain_signature: ChainSignatureTable
  quarantine: QuarantineTable
  former_quarantine: QuarantineTable
  cursor: CursorTable
  head_run: HeadRunTable
  base_state: BaseStateTable
  put_away: PutAwayTable
  number_block: NumberBlockTable
  cases: CasesTable
  case_state: CaseStateTable
  case_alias: CaseAliasTable
  material: MaterialTable
  case_fts: CaseFtsTable
  case_fts_docsize: CaseFtsDocsizeTable
  case_counter: CaseCounterTable
  record: RecordTable
  record_fts: RecordFtsTable
  center: CenterTable
  window: WindowTable
  staff: StaffTable
  item: ItemTable
  item_use: ItemUseTable
  draft: DraftTable
  draft_file: DraftFileTable
  phrase: PhraseTable
  annual_text: AnnualTextTable
  list_export: ListExportTable
  list_columns: ListColumnsTable
  list_view: ListViewTable
  sign_in: SignInTable
  contact: ContactTable
  device_certificate: DeviceCertificateTable
  blob: BlobTable
  blob_use: BlobUseTable
  progress: ProgressTable
  progress_hash: ProgressHashTable
  published: PublishedTable
  pre_application: PreApplicationTable
}
