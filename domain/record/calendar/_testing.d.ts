import { type HolidayNotice } from '../../calendar/calendar-version.ts';
/** An arrangement of the usual size for 2027, made up: the real one is not published yet. */
export declare const aNotice: HolidayNotice;
