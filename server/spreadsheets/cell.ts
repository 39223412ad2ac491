/** What a spreadsheet cell holds; a day is a Date at midnight UTC, as spreadsheets know no time zone. */
export type Cell = string | number | boolean | Date | null
