const OWN_PICTURE = /\/images\/[0-9a-f]{32}\.webp$/

/** What Word, a web page or a mail puts on the clipboard, as far as the service can show it. */
export function cleanPastedHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const rubbish of body.querySelectorAll('style, script, meta, link, title, xml')) rubbish.remove()
  for (const picture of body.querySelectorAll('img')) if (!OWN_PICTURE.test(picture.src)) picture.remove()
  for (const heading of body.querySelectorAll('h1')) rename(heading, 'h2')
  for (const heading of body.querySelectorAll('h4, h5, h6')) rename(heading, 'h3')
  for (const cell of body.querySelectorAll('td, th')) flattenCell(cell)
  for (const table of body.querySelectorAll('table')) nameColumns(table)
  gatherWordLists(body)
  for (const list of body.querySelectorAll('li ul, li ol')) liftItems(list)
  return body.innerHTML
}

function rename(element: Element, name: string) {
  const renamed = document.createElement(name)
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
}

/** A cell is one line of words. */
function flattenCell(cell: Element) {
  for (const name of ['colspan', 'rowspan', 'style', 'width']) cell.removeAttribute(name)
  for (const breaking of cell.querySelectorAll('br')) breaking.replaceWith(' ')
  for (const block of cell.querySelectorAll('p, div, li, ul, ol, h2, h3')) block.replaceWith(...block.childNodes, ' ')
}

/** A table of ours has a head; Word's seldom marks it. */
function nameColumns(table: Element) {
  for (const cell of table.querySelector('tr')?.querySelectorAll('td') ?? []) rename(cell, 'th')
}

/** Word writes a list as paragraphs that begin with a dot or a number. */
function gatherWordLists(body: Element) {
  for (const line of body.querySelectorAll('p[class*="MsoListParagraph"], p[style*="mso-list"]')) {
    const mark = /^[\s\u00a0]*(\d+|[a-z])[.)]/i.test(line.textContent ?? '') ? 'ol' : 'ul'
    for (const sign of line.querySelectorAll('[style*="mso-list"]')) sign.remove()
    const item = document.createElement('li')
    item.append(...line.childNodes)
    trimMark(item)
    const before = line.previousElementSibling
    if (before?.matches(`${mark}[data-gathered]`)) {
      before.append(item)
      line.remove()
      continue
    }
    const list = document.createElement(mark)
    list.dataset.gathered = ''
    list.append(item)
    line.replaceWith(list)
  }
}

function trimMark(item: Element) {
  const words = item.firstChild
  if (words?.nodeType !== Node.TEXT_NODE) return
  words.textContent = (words.textContent ?? '').replace(/^[\s\u00a0]*([·•§o–-]|\d+[.)]|[a-z][.)])[\s\u00a0]+/, '')
}

/** Lists have one level: what stood below an item stands after it. */
function liftItems(list: Element) {
  const item = list.closest('li')
  item?.after(...list.children)
  list.remove()
}
