import { Tag } from 'antd'
import type { ReactNode } from 'react'
import { api } from '../../api/client.ts'
import { Ready } from '../../ui/states.tsx'

const NOT_TOLD = 'chưa có thông tin'

/** What Zalo itself says of the account: without its mark of trust, or after its package, nothing goes out. */
export function AccountCard() {
  const account = api.useQuery('get', '/admin/api/zalo-account')
  return (
    <section className="card" aria-labelledby="account">
      <h2 id="account">Tài khoản OA theo Zalo</h2>
      <Ready asked={account}>
        {({ problem, name, isVerified, followers, package: bought, packageEnds }) =>
          problem === null ? (
            <dl className="pairs">
              <Pair name="Tên">{name ?? NOT_TOLD}</Pair>
              <Pair name="Xác thực">
                {isVerified ? <Tag color="success">đã xác thực</Tag> : <Tag color="error">chưa xác thực</Tag>}
              </Pair>
              <Pair name="Gói dịch vụ">{bought ?? NOT_TOLD}</Pair>
              <Pair name="Gói dùng đến">{packageEnds ?? NOT_TOLD}</Pair>
              <Pair name="Người quan tâm">{followers?.toLocaleString('vi-VN') ?? NOT_TOLD}</Pair>
            </dl>
          ) : (
            <p className="caption">Chưa hỏi được Zalo lúc này ({problem}).</p>
          )
        }
      </Ready>
    </section>
  )
}

function Pair({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
