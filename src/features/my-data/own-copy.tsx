import { useState } from 'react'
import { citizenProblemText } from '../../api/citizen-problem-text.ts'
import { useCitizen } from '../../api/use-citizen.ts'
import { usePlatform } from '../../zalo/platform.ts'

type Said = { text: string; isProblem: boolean }

/** A file in browsers; inside Zalo, which saves no files, the clipboard. */
export function OwnCopy() {
  const { client } = useCitizen()
  const { kind, copyText } = usePlatform()
  const [said, setSaid] = useState<Said>({ text: '', isProblem: false })

  async function take(): Promise<Said> {
    const { data, error } = await client.GET('/api/me/export')
    if (!data) return { text: citizenProblemText(error), isProblem: true }
    const text = JSON.stringify(data, null, 2)
    if (kind === 'browser') {
      saveFile(text)
      return { text: 'Đã tải về một tệp. Tệp có thông tin riêng của bạn, hãy cất cẩn thận.', isProblem: false }
    }
    return (await copyText(text))
      ? { text: 'Đã chép dữ liệu. Bạn dán vào ghi chú riêng.', isProblem: false }
      : { text: 'Chưa chép được. Bạn mở ứng dụng bằng trình duyệt để tải tệp.', isProblem: true }
  }
  return (
    <section className="section" aria-labelledby="ban-sao">
      <h2 id="ban-sao">Bản sao dữ liệu của bạn</h2>
      <p>Mọi thứ máy chủ giữ về bạn, và giữ để làm gì.</p>
      <button type="button" className="button" onClick={async () => setSaid(await take())}>
        {kind === 'browser' ? 'Tải bản sao về máy' : 'Chép bản sao'}
      </button>
      <p role="status" className={said.isProblem ? 'note bad' : 'caption'}>
        {said.text}
      </p>
    </section>
  )
}

function saveFile(text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'du-lieu-cua-toi.json'
  link.click()
  URL.revokeObjectURL(url)
}
