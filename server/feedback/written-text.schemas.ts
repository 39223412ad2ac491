import { z } from '@hono/zod-openapi'

/**
 * Letters nobody sees: joiners of no width, marks that turn the direction, soft hyphens, controls. Two names that look
 * the same must be the same, whatever was pasted between their letters.
 */
const INVISIBLE = /[\p{Cf}\p{Cc}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu
/** In a longer text lines stay, and so does the joiner that makes one picture of two. */
const MISLEADING = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\p{Co}\p{Cs}]|(?![\n\r\t])\p{Cc}/gu

/** One line, as it looks. */
export function visibleLine(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\n\r\t]/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/\s+/gu, ' ')
}

/** Some lines, as they look. */
export function visibleText(text: string): string {
  return text.normalize('NFC').replace(MISLEADING, '')
}

export const line = (most: number) =>
  z
    .string()
    .max(4 * most)
    .overwrite(visibleLine)
    .trim()
    .max(most)
export const prose = (most: number) =>
  z
    .string()
    .max(4 * most)
    .overwrite(visibleText)
    .trim()
    .max(most)
