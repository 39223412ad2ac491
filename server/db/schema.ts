export * from '../content/content.table.ts'
export * from '../procedures/procedures.table.ts'
export * from '../search/search.table.ts'
export * from '../search/search-misses.table.ts'
