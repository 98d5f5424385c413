import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { PerformRecordInputSchema } from './acts/record-acts.ts'
import { RecordDetailSchema, RecordListInputSchema, RecordListSchema } from './queries/records.ts'
import { PerformInputSchema } from './acts/case-acts.ts'
import { ApplicantSchema, RepresentativeSchema } from './case-data.ts'
import { CarriedCaseSchema, MakeListInputSchema, OwnParticularsSchema } from './queries/agency.ts'
import { AttachedSchema, AttachmentContentSchema, NewAttachmentSchema } from './queries/attachments.ts'
import {
  DiscardDraftSchema,
  DraftFileIdSchema,
  DraftFileSchema,
  DraftInputSchema,
  DraftSchema,
  DraftSummarySchema,
  NewDraftFileSchema,
} from './queries/drafts.ts'
import {
  ChosenColumnsSchema,
  ExportListInputSchema,
  ListExportResultSchema,
  ListExportSchema,
  ListViewSchema,
  RenameViewInputSchema,
  ViewResultSchema,
} from './queries/case-library.ts'
import {
  CaseChoicesSchema,
  CaseDetailSchema,
  CaseListInputSchema,
  CaseListSchema,
  CaseRowSchema,
} from './queries/cases.ts'
import {
  ColleagueSchema,
  DeskSchema,
  DeviceSettingsSchema,
  SignInInputSchema,
  SignInResultSchema,
} from './queries/desk.ts'
import { HallSchema } from './queries/hall.ts'
import { ItemHitSchema } from './queries/items.ts'
import {
  GuideSchema,
  PlacesSchema,
  ProgressAnswerSchema,
  ProgressQuestionSchema,
  PublishedListInputSchema,
  PublishedListSchema,
  TerminalSchema,
} from './queries/kiosk.ts'
import { ConflictRowSchema, ConflictViewSchema, SettleInputSchema } from './queries/conflicts.ts'
import { TodayInputSchema, TodaySchema } from './queries/today.ts'
import { PersonFoundSchema } from './queries/people.ts'
import { NewPhraseSchema, PhraseListSchema, PhraseRefusalSchema, PhraseSchema } from './queries/phrases.ts'
import { GivenRatingSchema } from './queries/rating.ts'
import { runOf } from './queries/run.ts'
import {
  AnnualTextsInputSchema,
  AnnualTextsSchema,
  CenterYearInputSchema,
  CenterYearSchema,
  MadeReportSchema,
  ReportRequestSchema,
  SaveReportInputSchema,
  SaveResultSchema,
} from './queries/statistics.ts'
import {
  CatalogueBoardSchema,
  EntryListInputSchema,
  EntryListSchema,
  GivenIndexNoSchema,
  ImportEntriesInputSchema,
  ImportFileProblemSchema,
  ImportedEntriesSchema,
  IndexNoInputSchema,
  IndexNoProblemSchema,
  SaveCatalogueInputSchema,
} from './queries/catalogue.ts'
import { BesideRequestSchema, DisclosureDeskSchema, SaveRegisterInputSchema } from './queries/disclosure.ts'
import { BoardSchema, SampleInputSchema, SampleSchema } from './queries/supervision.ts'
import { ContactSchema, SyncPageReportSchema, SyncStatusSchema, WaitingFileSchema } from './queries/sync-status.ts'
import { ExportedSchema, ImportedSchema, ParcelProblemSchema, ParcelStatusSchema } from './queries/parcels.ts'
import { storeFailureCodes } from './host-process.ts'
import { PreApplicationSchema } from './pre-application.ts'
import { HashSchema, UuidSchema, text } from './primitives.ts'
import { ServiceItemSchema } from './reference.ts'
import { RefusalSchema, resultOf } from './refusal.ts'
import { LetterDataSchema, LetterRequestSchema } from './queries/letters.ts'

/** Why nobody may work at the desk just now. */
export const unauthorizedReasons = ['signed_out', 'locked'] as const

/** The store failed under a procedure (disk full, page damaged …): nothing was written, and it may work again later. */
const anybody = oc.errors({ STORE_FAILED: { status: 503, data: z.strictObject({ code: z.enum(storeFailureCodes) }) } })

const signedIn = anybody.errors({
  UNAUTHORIZED: { status: 401, data: z.strictObject({ reason: z.enum(unauthorizedReasons) }) },
})

/** For whoever stands in front of a public terminal (SHL-30). A device that is none has nothing to show. */
const onTerminal = anybody.errors({ NOT_A_TERMINAL: { status: 403 } })

/** What a page may ask of the host. All but `desk`, `changes` and the resident's own two of `rating` need a signed-in user who is not locked, but for what is public at a terminal (`kiosk`) and in a hall (`hall`); the host checks it. */
export const desktopContract = {
  desk: {
    get: anybody.output(DeskSchema),
    signIn: anybody.input(SignInInputSchema).output(SignInResultSchema),
    /** Shows nothing of the user's work until he unlocks; the draft stays. */
    lock: anybody.output(DeskSchema),
    unlock: anybody.input(z.strictObject({ password: z.string().max(200) })).output(SignInResultSchema),
    signOut: anybody.output(DeskSchema),
    /** First use of a device: server address and one-time code. */
    enrol: anybody
      .input(z.strictObject({ server: z.url().max(300), code: z.string().max(40) }))
      .output(resultOf(DeskSchema, z.strictObject({ code: z.string(), detail: z.string().nullable() }))),
  },
  rating: {
    /** Hands the screen to the resident: locks the desk and asks about this one case. */
    ask: signedIn.input(z.strictObject({ caseId: UuidSchema })).output(resultOf(DeskSchema, RefusalSchema)),
    /** Said by the resident, once, while his screen is open; the desk stays locked. */
    give: anybody.input(GivenRatingSchema).output(resultOf(z.strictObject({}), RefusalSchema)),
    /** Back to the locked desk. */
    close: anybody.output(DeskSchema),
  },
  kiosk: {
    terminal: anybody.output(TerminalSchema),
    /** Guides by name, code, pinyin initials or department; empty text = by name. */
    guides: onTerminal
      .input(z.strictObject({ text: text(100), limit: z.int().min(1).max(200) }))
      .output(z.array(ItemHitSchema)),
    guide: onTerminal.input(z.strictObject({ id: z.string().max(80) })).output(GuideSchema.nullable()),
    /** The guide as it is printed. */
    guideLetter: onTerminal.input(z.strictObject({ id: z.string().max(80) })).output(LetterDataSchema.nullable()),
    progress: onTerminal.input(ProgressQuestionSchema).output(ProgressAnswerSchema),
    places: onTerminal.output(PlacesSchema),
    published: onTerminal.input(PublishedListInputSchema).output(PublishedListSchema),
  },
  /** The screen of a hall asks this alone. */
  hall: { show: anybody.output(HallSchema) },
  settings: {
    save: signedIn.input(DeviceSettingsSchema).output(DeskSchema),
  },
  staff: {
    /** People of the center whose accounts are open. */
    list: signedIn.output(z.array(ColleagueSchema)),
  },
  agency: {
    /** For whoever does errands for residents (AGY-20). Null = he has signed no mandate here. */
    own: signedIn.output(OwnParticularsSchema.nullable()),
    /** What waits to be taken to the township, the oldest first (AGY-24). */
    waiting: signedIn.output(z.array(CarriedCaseSchema)),
    /** A hand-over list of some of them, with the names that the paper shows (AGY-24). */
    makeList: signedIn
      .input(MakeListInputSchema)
      .output(resultOf(z.strictObject({ recordId: UuidSchema, version: z.int() }), RefusalSchema)),
  },
  items: {
    /** Name, code, pinyin initials or department; empty text = recent and frequent first. */
    search: signedIn
      .input(z.strictObject({ text: text(100), limit: z.int().min(1).max(100) }))
      .output(z.array(ItemHitSchema)),
    get: signedIn.input(z.strictObject({ id: z.string().max(80) })).output(ServiceItemSchema.nullable()),
    organs: signedIn.output(z.array(z.string())),
  },
  preApplications: {
    /** The application of another system that waits under this number, however it is typed (OPN-15). */
    find: signedIn.input(z.strictObject({ preNo: text(80) })).output(PreApplicationSchema.nullable()),
  },
  applicants: {
    /** Applicants of earlier cases, newest first, for an offer that never overwrites what was typed. */
    known: signedIn
      .input(z.strictObject({ idNumber: text(40).nullable(), name: text(200).nullable() }))
      .output(
        z.array(
          z.strictObject({ applicant: ApplicantSchema, cases: z.int(), lastOn: z.string(), lastTitle: z.string() }),
        ),
      ),
    /** Applicants on file by their own name or number, masked (LIB-7). */
    find: signedIn.input(z.strictObject({ text: text(100) })).output(z.array(PersonFoundSchema)),
    /** Cases of the applicant of this one, newest first. */
    cases: signedIn.input(z.strictObject({ caseId: UuidSchema })).output(z.array(CaseRowSchema)),
    /** Who acted for somebody in earlier cases, newest first, likewise (INT-15). */
    knownAgents: signedIn.input(z.strictObject({ idNumber: text(40).nullable(), name: text(200).nullable() })).output(
      z.array(
        z.strictObject({
          agent: RepresentativeSchema.pick({ name: true, idType: true, idNumber: true, phone: true }),
          cases: z.int(),
          lastOn: z.string(),
        }),
      ),
    ),
  },
  cases: {
    perform: signedIn
      .input(PerformInputSchema)
      .output(resultOf(z.strictObject({ caseId: UuidSchema, caseNo: z.string(), version: z.int() }), RefusalSchema)),
    /** Several acts as one, on cases and records: all of them are done, or none. */
    performTogether: signedIn
      .input(
        z
          .array(z.union([PerformInputSchema, PerformRecordInputSchema]))
          .min(1)
          .max(100),
      )
      .output(
        resultOf(
          z.array(
            z.union([
              z.strictObject({ caseId: UuidSchema, caseNo: z.string(), version: z.int() }),
              z.strictObject({ recordId: UuidSchema, version: z.int() }),
            ]),
          ),
          z.strictObject({ at: z.int(), refusal: RefusalSchema }),
        ),
      ),
    list: signedIn.input(CaseListInputSchema).output(CaseListSchema),
    choices: signedIn.output(CaseChoicesSchema),
    /** The list as a workbook, where the person says (SHL-17). */
    export: signedIn.input(ExportListInputSchema).output(runOf(ListExportResultSchema)),
    /** The newest exports from this device, as far as this person may know of them. */
    exports: signedIn.output(z.array(ListExportSchema)),
    columns: signedIn.output(ChosenColumnsSchema),
    views: signedIn.output(z.array(ListViewSchema)),
    keepView: signedIn.input(ListViewSchema).output(ViewResultSchema),
    renameView: signedIn.input(RenameViewInputSchema).output(ViewResultSchema),
    removeView: signedIn.input(z.strictObject({ id: UuidSchema })).output(z.strictObject({})),
    chooseColumns: signedIn.input(z.strictObject({ columns: ChosenColumnsSchema })).output(z.strictObject({})),
    get: signedIn.input(z.strictObject({ id: UuidSchema })).output(CaseDetailSchema.nullable()),
    /** For scanners: a receipt number to its case. */
    findByNo: signedIn.input(z.strictObject({ caseNo: text(60) })).output(UuidSchema.nullable()),
    /** Open cases or drafts of the same applicant and item or subject: a hint, never a block. */
    similar: signedIn
      .input(z.strictObject({ idNumber: text(40).nullable(), name: text(200), title: text(4000) }))
      .output(
        z.array(
          z.strictObject({ id: UuidSchema, caseNo: z.string(), title: z.string(), status: z.string(), on: z.string() }),
        ),
      ),
  },
  /** The queue of the day, and what was done at this device. */
  today: signedIn.input(TodayInputSchema).output(TodaySchema),
  attachments: {
    /** The file and the act that attaches it, both or none. */
    add: signedIn.input(NewAttachmentSchema).output(resultOf(AttachedSchema, RefusalSchema)),
    /** Fetched from the server where another window attached it; a file may take a while on a bad line. */
    content: signedIn.input(z.strictObject({ caseId: UuidSchema, blob: HashSchema })).output(AttachmentContentSchema),
  },
  records: {
    /** Everything beside cases that lives by a procedure: tasks, mandates, proactive catalogue, registers, calendars, templates. */
    perform: signedIn
      .input(PerformRecordInputSchema)
      .output(resultOf(z.strictObject({ recordId: UuidSchema, version: z.int() }), RefusalSchema)),
    list: signedIn.input(RecordListInputSchema).output(RecordListSchema),
    get: signedIn.input(z.strictObject({ id: UuidSchema })).output(RecordDetailSchema.nullable()),
  },
  supervision: {
    /** What lasts and is late, and the tasks about it, as far as this person watches (SUP-30). */
    board: signedIn.output(runOf(BoardSchema)),
    /** Draws cases for a sampling check; nothing is written. */
    sample: signedIn.input(SampleInputSchema).output(runOf(SampleSchema)),
  },
  disclosure: {
    /** Requests that something is owed for or that may be gone against, most urgent first. */
    desk: signedIn.output(runOf(DisclosureDeskSchema)),
    /** Earlier requests for much the same, and the applicant's requests of the month. */
    beside: signedIn.input(z.strictObject({ caseId: UuidSchema })).output(runOf(BesideRequestSchema)),
    /** Writes the register as a workbook into a folder; an earlier file is never touched. */
    save: signedIn.input(SaveRegisterInputSchema).output(runOf(SaveResultSchema)),
  },
  catalogue: {
    /** The columns of the proactive catalogue with what lies in each, is owed there, and stood still. */
    board: signedIn.output(runOf(CatalogueBoardSchema)),
    list: signedIn.input(EntryListInputSchema).output(EntryListSchema),
    /** The index number that an entry would get now. */
    number: signedIn.input(IndexNoInputSchema).output(resultOf(GivenIndexNoSchema, IndexNoProblemSchema)),
    /** Looks through a list of entries, or takes it in. */
    import: signedIn
      .input(ImportEntriesInputSchema)
      .output(runOf(resultOf(ImportedEntriesSchema, ImportFileProblemSchema))),
    save: signedIn.input(SaveCatalogueInputSchema).output(runOf(SaveResultSchema)),
  },
  statistics: {
    center: signedIn.input(CenterYearInputSchema).output(runOf(CenterYearSchema)),
    /** An official report, to be looked at before it is written or printed. */
    report: signedIn.input(ReportRequestSchema).output(runOf(MadeReportSchema)),
    texts: signedIn.input(CenterYearInputSchema).output(AnnualTextsSchema),
    saveTexts: signedIn.input(AnnualTextsInputSchema).output(z.strictObject({})),
    /** Writes it as a workbook into a folder; an earlier file is never touched. */
    save: signedIn.input(SaveReportInputSchema).output(runOf(SaveResultSchema)),
  },
  letters: {
    data: signedIn.input(LetterRequestSchema).output(LetterDataSchema.nullable()),
    /** The letter that an act would owe if it were done now; nothing is written and no number taken. */
    draft: signedIn.input(PerformInputSchema).output(LetterDataSchema.nullable()),
  },
  phrases: {
    list: signedIn.output(PhraseListSchema),
    add: signedIn.input(NewPhraseSchema).output(resultOf(PhraseSchema, PhraseRefusalSchema)),
    remove: signedIn.input(z.strictObject({ id: UuidSchema })).output(z.strictObject({})),
  },
  drafts: {
    save: signedIn.input(DraftInputSchema).output(z.strictObject({ savedAt: z.int() })),
    list: signedIn.output(z.array(DraftSummarySchema)),
    get: signedIn.input(z.strictObject({ id: UuidSchema })).output(DraftSchema.nullable()),
    discard: signedIn.input(DiscardDraftSchema).output(z.strictObject({})),
    /** In the order they came; none of somebody else's draft. */
    files: signedIn.input(z.strictObject({ id: UuidSchema })).output(z.array(DraftFileSchema)),
    addFile: signedIn.input(NewDraftFileSchema).output(resultOf(DraftFileSchema, RefusalSchema)),
    removeFile: signedIn.input(DraftFileIdSchema).output(z.strictObject({})),
    fileContent: signedIn.input(DraftFileIdSchema).output(AttachmentContentSchema),
  },
  sync: {
    status: signedIn.output(SyncStatusSchema),
    report: signedIn.output(SyncPageReportSchema),
    now: signedIn.output(SyncStatusSchema),
    /** Attached files on their way: what cannot go first, then those of the nearest deadlines; a hundred at most of each. */
    files: signedIn.output(z.array(WaitingFileSchema)),
    /** How the last contacts went, newest first. */
    contacts: signedIn.output(z.array(ContactSchema)),
    /** Lets a file that was refused try again. */
    retryFile: signedIn.input(z.strictObject({ blob: HashSchema })).output(SyncStatusSchema),
    /** Acts that did not take effect: of this desk, and for whoever decides also those that others referred. */
    conflicts: signedIn.output(z.array(ConflictRowSchema)),
    conflict: signedIn.input(z.strictObject({ op: UuidSchema })).output(ConflictViewSchema.nullable()),
    settle: signedIn.input(SettleInputSchema).output(resultOf(z.null(), RefusalSchema)),
    /** What goes by stick where there is no network; told of by `changes` as the state of sync is. */
    parcels: signedIn.output(ParcelStatusSchema),
    /** Where to is asked of the person in a dialog of the shell, never of the page (SHL-17). */
    exportParcel: signedIn.output(resultOf(ExportedSchema, ParcelProblemSchema)),
    importParcel: signedIn.output(resultOf(ImportedSchema, ParcelProblemSchema)),
    cancelParcel: signedIn.output(z.null()),
  },
  /**
   * One event per commit or change of the sync state; the page refetches what it shows. May be listened to before sign-in: while
   * nobody is signed in, or the desk is locked, only `desk` is told, and the rest in one go afterwards.
   */
  changes: anybody.output(
    eventIterator(z.strictObject({ topic: z.enum(['cases', 'records', 'sync', 'reference', 'desk', 'drafts']) })),
  ),
}
