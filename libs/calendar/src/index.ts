export { calendarSettingsSchema, type CalendarSettings } from './calendar-settings.ts';
export type { Day } from './day.ts';
export {
  dueDay,
  TERM_CHANGE_PROBLEMS,
  type DueDay,
  type InformationSuspension,
  type OtherSuspension,
  type RejectionNotice,
  type TermChange,
  type TermChangeProblem,
  type TermExtension,
} from './due-day.ts';
export { evaluateTerm, evaluateTerms, type EvaluatedTerm, type EvaluatedTerms } from './evaluate-terms.ts';
export { easterSunday, nationalHolidays, type Holiday, type Label } from './holidays.ts';
export {
  readTermRecords,
  TERM_UNITS,
  termRecordSchema,
  type DurationTerm,
  type FixedDateTerm,
  type TermRecord,
  type TermRecordProblem,
  type TermRecordsReading,
  type TermUnit,
} from './term-record.ts';
export { createWorkingCalendar, type WorkingCalendar } from './working-calendar.ts';
