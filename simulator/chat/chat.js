// @ts-check
/** The chat page: asks every so often what is new, and does what a thumb on a phone would do. */

const ASK_EVERY_MS = 700
/** In front of the office in Tây Ninh. */
const PLACE = { latitude: '11.3131', longitude: '106.0963' }
const BY = { person: '', oa: 'Trợ lý tự động', agent: 'Cán bộ' }
const EVENTS = {
  follow: 'Đã quan tâm',
  unfollow: 'Đã bỏ quan tâm',
  react: 'Đã thả cảm xúc',
  submit_info: 'Đã gửi thông tin liên hệ',
}
const PROBLEMS = {
  no_webhook: 'Chưa có dịch vụ nào nhận tin ở đây.',
  unsubscribed: 'Dịch vụ không nhận tin quá lâu nên Zalo đã ngừng gửi.',
  not_taken: 'Dịch vụ chưa nhận được tin; tin sẽ được gửi lại.',
}

/** @typedef {{ title: string, type: string, payload: any }} Button */
/** @typedef {{ seq: number, at: number, by: 'person' | 'oa' | 'agent', kind: string, text: string, buttons: Button[], media: { url?: string, name?: string, latitude?: string, longitude?: string } | null }} Line */

/** @param {string} id */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id))
const people = /** @type {HTMLSelectElement} */ (at('people'))
const photo = /** @type {HTMLInputElement} */ (at('photo'))
let newest = 0
let isFollower = false
let turn = 0

/** @param {string} path @param {object} [body] */
async function call(path, body) {
  const init = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(`/__sim/${path}`, init)
  return response.json()
}

/** @param {string} verb @param {object} [body] */
async function act(verb, body = {}) {
  await call(`user/${people.value}/${verb}`, body)
  await refresh()
}

async function refresh() {
  if (people.value === '') return
  const [userId, mine] = [people.value, ++turn]
  const answer = await call(`chat/${userId}?after=${newest}`)
  // Another person was chosen, or another answer came first.
  if (userId !== people.value || mine !== turn) return
  isFollower = answer.isFollower
  at('follow').textContent = isFollower ? 'Bỏ quan tâm' : 'Quan tâm'
  const problem = answer.problem === null ? '' : PROBLEMS[/** @type {keyof typeof PROBLEMS} */ (answer.problem)]
  if (at('problem').textContent !== problem) at('problem').textContent = problem
  for (const line of /** @type {Line[]} */ (answer.lines)) show(line)
}

/** @param {Line} line */
function show(line) {
  newest = Math.max(newest, line.seq)
  at('empty').hidden = true
  const log = at('log')
  const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 120
  if (line.by === 'person') retireNumbers()
  at('lines').append(draw(line))
  if (isAtEnd || line.by === 'person') log.scrollTop = log.scrollHeight
}

/** A number means the lines offered last, so older ones can no longer be tapped. */
function retireNumbers() {
  for (const button of document.querySelectorAll('button[data-number]')) button.setAttribute('disabled', '')
}

/** @param {Line} line */
function draw(line) {
  const item = document.createElement('li')
  const event = EVENTS[/** @type {keyof typeof EVENTS} */ (line.kind)]
  if (event !== undefined) {
    item.className = 'event'
    item.textContent = line.text === '' ? event : `${event}: ${line.text}`
    return item
  }
  item.className = `said ${line.by}`
  const by = document.createElement('span')
  by.className = 'by'
  const name = line.by === 'person' ? (people.selectedOptions[0]?.textContent ?? '') : BY[line.by]
  by.textContent = `${name}, ${new Date(line.at).toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' })}`
  const { words, numbered } = line.by === 'oa' ? parted(line.text) : { words: line.text, numbered: [] }
  item.append(by, bubble({ ...line, text: words }))
  const choices = [...numbered.map(drawNumber), ...line.buttons.map(drawButton)]
  if (choices.length > 0) {
    const box = document.createElement('div')
    box.className = 'choices'
    box.append(...choices)
    item.append(box)
  }
  return item
}

/** @param {Line} line */
function bubble({ kind, text, media }) {
  const box = document.createElement('div')
  box.className = 'bubble'
  if (kind === 'location') box.append(`Vị trí: ${media?.latitude}, ${media?.longitude}`)
  if (kind === 'image' && media?.url) {
    const image = document.createElement('img')
    Object.assign(image, { src: media.url, alt: media.name ?? 'Ảnh' })
    box.append(image)
  }
  if (kind === 'sticker') box.append('Nhãn dán')
  if (kind === 'article') box.append('Bài viết của Official Account')
  if (kind === 'file' || kind === 'audio') box.append(`Tệp: ${media?.name ?? ''}`)
  box.append(...linked(text))
  return box
}

/**
 * What is said and what may be chosen: the numbered lines at the end, with nothing but addresses after them. Numbers
 * before that are steps or papers.
 * @param {string} text
 */
function parted(text) {
  const parts = text.split('\n\n')
  const at = parts.findLastIndex((part) => !/^[^\n]+: https?:\S+(\n[^\n]+: https?:\S+)*$/.test(part))
  const lines = (parts[at] ?? '').split('\n')
  const areChoices = lines.every((line, index) => line.startsWith(`${index + 1}. `))
  if (!areChoices) return { words: text, numbered: [] }
  return { words: parts.filter((_, index) => index !== at).join('\n\n'), numbered: lines }
}

/** @param {string} line */
function drawNumber(line) {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = line
  button.dataset.number = String(Number.parseInt(line, 10))
  button.addEventListener('click', () => act('text', { text: button.dataset.number }))
  return button
}

/** @param {Button} button */
function drawButton({ title, type, payload }) {
  if (type === 'oa.open.url' || type === 'oa.open.phone') {
    const link = document.createElement('a')
    link.className = 'button'
    link.textContent = title
    link.href = type === 'oa.open.url' ? payload.url : `tel:+${payload.phone_code}`
    link.target = '_blank'
    link.rel = 'noreferrer'
    return link
  }
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = title
  button.addEventListener('click', () => act('tap', { payload: String(payload), hidden: type === 'oa.query.hide' }))
  return button
}

/** Words and the addresses among them, which can be opened. @param {string} text */
function linked(text) {
  return text.split(/(https?:\/\/[^\s]+[^\s.,;:!?)])/).map((part, index) => {
    if (index % 2 === 0) return part
    const link = document.createElement('a')
    Object.assign(link, { href: part, textContent: part, target: '_blank', rel: 'noreferrer' })
    return link
  })
}

/** @param {string} [chosen] */
async function listPeople(chosen) {
  const answer = await call('chat')
  people.replaceChildren(
    ...answer.people.map(
      (/** @type {{ name: string, userId: string }} */ { name, userId }) => new Option(name, userId),
    ),
  )
  if (chosen) people.value = chosen
  await startOver()
}

async function startOver() {
  newest = 0
  at('lines').replaceChildren()
  at('empty').hidden = false
  await refresh()
}

/** @param {string} id @param {(value: string) => Promise<void>} send */
function onSubmit(id, send) {
  const form = /** @type {HTMLFormElement} */ (at(id))
  const input = /** @type {HTMLInputElement} */ (form.querySelector('input'))
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const value = input.value
    if (value.trim() === '') return
    await send(value)
    input.value = ''
  })
}

onSubmit('composer', (text) => act('text', { text }))
onSubmit('agent', async (text) => {
  await call('agent/reply', { userId: people.value, text })
  await refresh()
})
onSubmit('newcomer', async (name) => listPeople((await call('chat', { name })).userId))
people.addEventListener('change', startOver)
at('follow').addEventListener('click', () => act(isFollower ? 'unfollow' : 'follow'))
at('sample').addEventListener('click', () => act('image'))
at('place').addEventListener('click', () => act('location', PLACE))
at('pick').addEventListener('click', () => photo.click())
photo.addEventListener('change', async () => {
  const [file] = photo.files ?? []
  photo.value = ''
  if (!file) return
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  await act('image', { base64: btoa(binary), type: file.type, name: file.name })
})
setInterval(() => refresh().catch(() => {}), ASK_EVERY_MS)
listPeople()
