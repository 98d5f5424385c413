import { makeHandoverList } from './agency/make-list.ts'
import { ownParticularsOf } from './agency/own.ts'
import { listWaiting } from './agency/waiting.ts'
import { listKnownAgents } from './applicants/known-agents.ts'
import { findPeopleByText, listCasesOfPerson } from './applicants/people.ts'
import { listKnownApplicants } from './applicants/known.ts'
import { addAttachment } from './attachments/add.ts'
import { attachmentContent } from './attachments/content.ts'
import { findPreApplication } from './applications/find.ts'
import { anybody } from './base.ts'
import { getCatalogueBoard } from './catalogue/board.ts'
import { importCatalogueEntries } from './catalogue/import.ts'
import { listCatalogueEntries } from './catalogue/list.ts'
import { nextCatalogueNumber } from './catalogue/number.ts'
import { saveCatalogue } from './catalogue/save.ts'
import { findCaseByNo } from './cases/find-by-no.ts'
import { getCase } from './cases/get.ts'
import { caseChoicesOf } from './cases/choices.ts'
import { chooseColumns, chosenColumns } from './cases/columns.ts'
import { keepView, listViews, removeView, renameView } from './cases/views.ts'
import { exportCases, listCaseExports } from './cases/export.ts'
import { listCases } from './cases/list.ts'
import { performAct } from './cases/perform.ts'
import { performActsTogether } from './cases/perform-together.ts'
import { similarCases } from './cases/similar.ts'
import { enrol } from './desk/enrol.ts'
import { besideRequest } from './disclosure/beside.ts'
import { getDisclosureDesk } from './disclosure/desk.ts'
import { saveDisclosureRegister } from './disclosure/save.ts'
import { getDesk } from './desk/get.ts'
import { lock } from './desk/lock.ts'
import { signIn } from './desk/sign-in.ts'
import { signOut } from './desk/sign-out.ts'
import { unlock } from './desk/unlock.ts'
import { discardDraft } from './drafts/discard.ts'
import { addDraftFile, draftFileContent, listDraftFiles, removeDraftFile } from './drafts/files.ts'
import { getDraft } from './drafts/get.ts'
import { listDrafts } from './drafts/list.ts'
import { saveDraft } from './drafts/save.ts'
import { showHall } from './hall/show.ts'
import { getItem } from './items/get.ts'
import { saveSettings } from './settings/save.ts'
import { listColleagues } from './staff/list.ts'
import { listOrgans } from './items/organs.ts'
import { searchItems } from './items/search.ts'
import { getGuide, getGuideLetter, searchGuides } from './kiosk/guides.ts'
import { getProgress } from './kiosk/progress.ts'
import { getPlaces, getPublished } from './kiosk/published.ts'
import { getTerminal } from './kiosk/terminal.ts'
import { getLetterData } from './letters/data.ts'
import { draftLetterOf } from './letters/draft.ts'
import { addPhrase } from './phrases/add.ts'
import { listPhrases } from './phrases/list.ts'
import { removePhrase } from './phrases/remove.ts'
import { askRating } from './rating/ask.ts'
import { closeRating } from './rating/close.ts'
import { giveRating } from './rating/give.ts'
import { getRecord } from './records/get.ts'
import { listRecords } from './records/list.ts'
import { performRecordAct } from './records/perform.ts'
import { centerYear } from './statistics/center.ts'
import { previewReport } from './statistics/report.ts'
import { saveAnnualTexts } from './statistics/save-texts.ts'
import { annualTexts } from './statistics/texts.ts'
import { saveReport } from './statistics/save.ts'
import { getBoard } from './supervision/board.ts'
import { drawSampleOf } from './supervision/sample.ts'
import { getConflict } from './sync/conflict.ts'
import { listConflicts } from './sync/conflicts.ts'
import { settleOneConflict } from './sync/settle.ts'
import { syncNow } from './sync/now.ts'
import { listContacts } from './sync/contacts.ts'
import { listWaitingFiles, retryFile } from './sync/files.ts'
import { cancelParcel, exportParcel, importParcel, parcelStatus } from './sync/parcels.ts'
import { syncReport } from './sync/report.ts'
import { syncStatus } from './sync/status.ts'
import { getToday } from './today/get.ts'
import { watchChanges } from './watch-changes.ts'

/** Every procedure of contract/desktop.ts; the compiler refuses a missing one. */
export const desktopRouter = anybody.router({
  desk: { get: getDesk, signIn, lock, unlock, signOut, enrol },
  rating: { ask: askRating, give: giveRating, close: closeRating },
  kiosk: {
    terminal: getTerminal,
    guides: searchGuides,
    guide: getGuide,
    guideLetter: getGuideLetter,
    progress: getProgress,
    places: getPlaces,
    published: getPublished,
  },
  hall: { show: showHall },
  settings: { save: saveSettings },
  staff: { list: listColleagues },
  agency: { own: ownParticularsOf, waiting: listWaiting, makeList: makeHandoverList },
  items: { search: searchItems, get: getItem, organs: listOrgans },
  preApplications: { find: findPreApplication },
  applicants: {
    known: listKnownApplicants,
    knownAgents: listKnownAgents,
    find: findPeopleByText,
    cases: listCasesOfPerson,
  },
  cases: {
    perform: performAct,
    performTogether: performActsTogether,
    list: listCases,
    choices: caseChoicesOf,
    export: exportCases,
    exports: listCaseExports,
    columns: chosenColumns,
    chooseColumns,
    views: listViews,
    keepView,
    renameView,
    removeView,
    get: getCase,
    findByNo: findCaseByNo,
    similar: similarCases,
  },
  today: getToday,
  attachments: { add: addAttachment, content: attachmentContent },
  records: { perform: performRecordAct, list: listRecords, get: getRecord },
  supervision: { board: getBoard, sample: drawSampleOf },
  disclosure: { desk: getDisclosureDesk, beside: besideRequest, save: saveDisclosureRegister },
  catalogue: {
    board: getCatalogueBoard,
    list: listCatalogueEntries,
    number: nextCatalogueNumber,
    import: importCatalogueEntries,
    save: saveCatalogue,
  },
  statistics: {
    center: centerYear,
    report: previewReport,
    texts: annualTexts,
    saveTexts: saveAnnualTexts,
    save: saveReport,
  },
  letters: { data: getLetterData, draft: draftLetterOf },
  phrases: { list: listPhrases, add: addPhrase, remove: removePhrase },
  drafts: {
    save: saveDraft,
    list: listDrafts,
    get: getDraft,
    discard: discardDraft,
    files: listDraftFiles,
    addFile: addDraftFile,
    removeFile: removeDraftFile,
    fileContent: draftFileContent,
  },
  sync: {
    status: syncStatus,
    report: syncReport,
    now: syncNow,
    conflicts: listConflicts,
    conflict: getConflict,
    settle: settleOneConflict,
    parcels: parcelStatus,
    files: listWaitingFiles,
    contacts: listContacts,
    retryFile,
    exportParcel,
    importParcel,
    cancelParcel,
  },
  changes: watchChanges,
})

/** All that the page of a public terminal can reach (SHL-30), whatever it asks for. */
export const terminalRouter = { kiosk: desktopRouter.kiosk, changes: desktopRouter.changes }

/** All that the screen of a hall can reach (SHL-33): no progress, no guide, no search. */
export const boardRouter = { hall: desktopRouter.hall, changes: desktopRouter.changes }
