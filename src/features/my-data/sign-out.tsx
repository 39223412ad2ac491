import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { citizenProblemText } from '../../api/citizen-problem-text.ts'
import { useCitizen } from '../../api/use-citizen.ts'
import { usePlatform } from '../../zalo/platform.ts'
import { useForgetDevice } from './forget-device.ts'

export function SignOut() {
  const { client } = useCitizen()
  const { kind } = usePlatform()
  const navigate = useNavigate()
  const forgetDevice = useForgetDevice()
  const [problem, setProblem] = useState('')

  async function leave() {
    const { data, error } = await client.DELETE('/api/session')
    if (!data) return setProblem(citizenProblemText(error))
    await forgetDevice()
    navigate('/cua-toi', { replace: true })
  }
  return (
    <section className="section" aria-labelledby="dang-xuat">
      <h2 id="dang-xuat">Đăng xuất khỏi máy này</h2>
      <p>
        {kind === 'zalo'
          ? 'Xoá biên nhận và bản viết dở trên máy này. Lần sau mở lại từ Zalo, bạn vẫn thấy việc đã gửi.'
          : 'Xoá biên nhận và bản viết dở trên máy này. Việc đã gửi vẫn được giải quyết, nhưng máy này không mở lại được nữa. Bạn ghi mã hoặc chép đường dẫn riêng trước.'}
      </p>
      {problem && (
        <p className="note bad" role="alert">
          {problem}
        </p>
      )}
      <button type="button" className="button" onClick={() => void leave()}>
        Đăng xuất
      </button>
    </section>
  )
}
