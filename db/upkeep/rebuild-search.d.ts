import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import type { Connection } from '../connection.ts';
/** Cases and records indexed so far, of all. */
export interface ReindexProgress {
    readonly done: number;
    readonly total: number;
}
/** True when the search index was made by the rules of this program. */
export declare const isSearchCurrent: (connection: Connection) => boolean;
/**
 * Makes the search index of cases and records anew, and what a search verifies against. Inside a transaction, which whoever is killed
 * leaves as if it had never begun: the next opening starts again. What cannot be read stays out, for `verify` to name; it must not
 * keep the desk shut. About a tenth of a millisecond a case.
 *
 * @param tell called now and then, for whoever waits; never when there is nothing to index
 */
export declare const rebuildSearch: (connection: Connection, calendar: WorkCalendar, tell: (progress: ReindexProgress) => void) => void;
