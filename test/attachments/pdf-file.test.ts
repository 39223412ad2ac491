import { randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { checkPdf } from '../../server/attachments/pdf-file.ts'
import { makePdf, packedObjects } from './pdfs.ts'

/** What came of a file: the code it was refused with, or `accepted`. */
const outcome = (bytes: Buffer) =>
  checkPdf(bytes).then(
    () => 'accepted',
    (error) => error.code,
  )
const SCRIPT = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'

describe('a PDF that shows pages', () => {
  test.each([
    ['written plainly', makePdf()],
    ['that begins at a page, as office programs write it', makePdf({ catalog: '/OpenAction [3 0 R /Fit]' })],
    ['with its objects packed', makePdf({ objects: [packedObjects('<< /Type /Font /Subtype /Type1 >>')] })],
    ['with words about scripts in its text', makePdf({ objects: ['(JavaScript, Launch va OpenAction)'] })],
    ['with an outline before a photo', makePdf({ objects: ['<< /Type /Outlines /First 6 0 R >>', photo(60_000)] })],
    ['with links', makePdf({ objects: ['<< /S /URI /URI (https://dichvucong.gov.vn) >>'] })],
  ])('%s is taken', async (_, bytes) => {
    expect(await outcome(bytes)).toBe('accepted')
  })

  test('is taken whatever the bytes of its photos happen to say', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => outcome(makePdf({ objects: [photo(1_000_000)] }))),
    )
    expect(outcomes).toEqual(Array(8).fill('accepted'))
    const unlucky = Buffer.concat([randomBytes(500), Buffer.from(' /AA /JS '), randomBytes(500)]).toString('latin1')
    expect(await outcome(makePdf({ objects: [`<< /Filter /DCTDecode >>\nstream\n${unlucky}\nendstream`] }))).toBe(
      'accepted',
    )
  })
})

describe('a PDF that does more is refused', () => {
  test.each([
    ['a script', { objects: [SCRIPT] }],
    ['a script when it is opened', { catalog: '/OpenAction 5 0 R', objects: ['<< /S /GoTo >>'] }],
    ['an action written into the catalog', { catalog: '/OpenAction << /S /URI /URI (http://evil.example) >>' }],
    ['a program', { objects: ['<< /S /Launch /F (cmd.exe) >>'] }],
    ['another file', { objects: ['<< /Type /Filespec /EF << /F 6 0 R >> >>', '<< /Type /EmbeddedFile >>'] }],
    ['files by their names', { catalog: '/Names << /EmbeddedFiles 5 0 R >>' }],
    ['films and games', { objects: ['<< /Subtype /RichMedia >>'] }],
    ['actions of a page', { objects: ['<< /AA << /O 6 0 R >> >>'] }],
    ['a form that is sent away', { objects: ['<< /S /SubmitForm >>'] }],
    ['a form with scripts of its own', { catalog: '/AcroForm << /XFA 5 0 R >>' }],
    ['a script under an escaped name', { objects: ['<< /S /J#61vaScr#69pt /#4a#53 (x) >>'] }],
    ['a script among packed objects', { objects: [packedObjects(SCRIPT)] }],
    ['an escaped name among packed objects', { objects: [packedObjects('<< /S /#4aavaScript >>')] }],
    ['packed objects that do not say what they are', { objects: [packedObjects(SCRIPT, { keys: '/N 1 /Fi#72st 4' })] }],
    ['packed objects behind a word that looks like a stream', { objects: [`% >> stream\n${packedObjects(SCRIPT)}`] }],
    [
      'packed objects that name another object',
      { objects: [packedObjects(SCRIPT, { keys: '/N 1 /First 4 /X (1 0 obj)' })] },
    ],
  ])('%s', async (_, wish) => {
    expect(await outcome(makePdf(wish))).toBe('pdf.active')
  })

  test('one with a password, wherever that is said', async () => {
    const packed = makePdf({ objects: [packedObjects('<< /Type /XRef /Encrypt 9 0 R >>')] })
    expect([await outcome(makePdf({ trailer: '/Encrypt 9 0 R' })), await outcome(packed)]).toEqual([
      'pdf.locked',
      'pdf.locked',
    ])
  })

  test('one whose packed objects cannot be looked into', async () => {
    const twice = packedObjects(SCRIPT).replace('/FlateDecode', '[/ASCIIHexDecode /FlateDecode]')
    const broken = packedObjects('', { bytes: Buffer.from('not packed at all') }).replace(
      '/Filter /FlateDecode',
      '/Filter /LZWDecode',
    )
    const bomb = packedObjects('', { bytes: deflateSync(Buffer.alloc(9 * 1024 * 1024)) })
    const bombs = Array(5).fill(packedObjects('', { bytes: deflateSync(Buffer.alloc(7 * 1024 * 1024)) }))
    const outcomes = [[twice], [broken], [bomb], bombs].map((objects) => outcome(makePdf({ objects })))
    expect(await Promise.all(outcomes)).toEqual(Array(4).fill('pdf.unreadable'))
  })

  test('one with more streams than any real one, soon', async () => {
    const startedAt = performance.now()
    expect(await outcome(makePdf({ objects: ['stream '.repeat(600_000), 'endstream'] }))).toBe('pdf.unreadable')
    expect(performance.now() - startedAt).toBeLessThan(3_000)
  })

  test('one that is too large', async () => {
    expect(await outcome(makePdf({ objects: [photo(5 * 1024 * 1024)] }))).toBe('request.too_large')
  })

  test.each([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a page with a PDF behind', `<script>alert(1)</script>${makePdf().toString('latin1')}`],
    ['a PDF behind a mark that some readers skip', `\xef\xbb\xbf${makePdf().toString('latin1')}`],
    ['a program', 'MZ\x90\x00'],
    ['nothing', ''],
  ])('%s is no PDF', async (_, text) => {
    expect(await outcome(Buffer.from(text, 'latin1'))).toBe('file.type_not_allowed')
  })
})

function photo(bytes: number) {
  return `<< /Type /XObject /Subtype /Image /Filter /DCTDecode >>\nstream\n${randomBytes(bytes).toString('latin1')}\nendstream`
}
