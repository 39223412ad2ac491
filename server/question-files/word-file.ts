import { readAzota } from './azota.ts'
import { readDocument } from './read-document.ts'
import type { ReadFile } from './read-question.ts'

export type WordRun = { text: string; underlined: boolean }
export type WordParagraph = { runs: WordRun[]; hasPicture: boolean }
export type WordTable = { rows: WordParagraph[][][] }
export type WordBlock = WordParagraph | WordTable

/** A .docx file in the form teachers use. */
export async function readWordFile(bytes: Buffer): Promise<ReadFile> {
  return readAzota(await readDocument<WordBlock>('docx', bytes))
}
