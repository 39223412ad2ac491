import { describe, expect, test } from 'vitest'
import { Block } from '../../server/content/content.schemas.ts'
import { MarkdownProblem, parseMarkdown, plainText } from '../../server/content/markdown.ts'

const SRC = '/images/0123456789abcdef0123456789abcdef.webp'

describe('a picture in a text', () => {
  test('alone in its paragraph it stands between the words around it', () => {
    expect(parseMarkdown(`Mang theo:\n\n![Mẫu **đơn** số 1](${SRC})\n\nNộp tại xã.`)).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: 'Mang theo:' }] },
      { type: 'image', src: SRC, alt: 'Mẫu đơn số 1' },
      { type: 'paragraph', children: [{ type: 'text', text: 'Nộp tại xã.' }] },
    ])
  })

  test('blanks around it do not matter', () => {
    expect(parseMarkdown(`  ![Mẫu đơn](${SRC})  `)).toEqual([{ type: 'image', src: SRC, alt: 'Mẫu đơn' }])
  })

  test('search and chat read what it is called', () => {
    expect(plainText(parseMarkdown(`Mang theo:\n\n![Mẫu đơn số 1](${SRC})`))).toBe('Mang theo:\nMẫu đơn số 1')
  })

  test.each([
    ['inside a sentence', `Xem ![Mẫu đơn](${SRC}) này.`],
    ['beside another', `![Mẫu đơn](${SRC})\n![Mẫu khác](${SRC})`],
    ['inside a link', `[![Mẫu đơn](${SRC})](/bai/mau-don)`],
    ['in a heading', `## ![Mẫu đơn](${SRC})`],
    ['in a list', `- ![Mẫu đơn](${SRC})`],
    ['in a note', `> ![Mẫu đơn](${SRC})`],
    ['in a table', `| Mẫu |\n| --- |\n| ![Mẫu đơn](${SRC}) |`],
    ['in another’s name', `![Mẫu ![Mẫu đơn](${SRC})](${SRC})`],
  ])('%s it is refused', (_, markdown) => {
    expect(() => parseMarkdown(markdown)).toThrow(MarkdownProblem)
    expect(() => parseMarkdown(markdown)).toThrow(/^a picture stands alone in its paragraph: !\[Mẫu/)
  })

  test.each([
    'https://example.com/a.webp',
    `https://example.com${SRC}`,
    `/${SRC}`,
    `${SRC}?a=1`,
    SRC.replace('.webp', '.svg'),
    SRC.toUpperCase(),
    '/images/../api/library',
    'data:image/png;base64,AAAA',
    'javascript:alert(1)',
  ])('from %s it is refused', (address) => {
    expect(() => parseMarkdown(`![Mẫu đơn](${address})`)).toThrow(MarkdownProblem)
    expect(() => parseMarkdown(`![Mẫu đơn](${address})`)).toThrow(`picture not from our own store: ${address}`)
  })

  test.each(['', '  ', 'ab', '**a**'])('called "%s" it is refused: nobody would know what it shows', (alt) => {
    expect(() => parseMarkdown(`![${alt}](${SRC})`)).toThrow(/^a picture needs words for who cannot see it: !\[/)
  })

  test('with a title, which no screen would show, it is refused', () => {
    expect(() => parseMarkdown(`![Mẫu đơn](${SRC} "Bản 2026")`)).toThrow(/^a picture has no title/)
  })

  test('only our own address with a name crosses the wire', () => {
    const image = { type: 'image', src: SRC, alt: 'Mẫu đơn' }
    const wrong = [
      { ...image, src: `https://example.com${SRC}` },
      { ...image, alt: 'ab' },
      { ...image, onload: 'x' },
    ]
    expect([image, ...wrong].map((block) => Block.safeParse(block).success)).toEqual([true, false, false, false])
  })
})
