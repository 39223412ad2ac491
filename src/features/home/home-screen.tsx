import { lazy, Suspense } from 'react'
import { Link } from 'react-router-dom'
import { useApi } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { Icon } from '../../ui/icon.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Ready } from '../../ui/states.tsx'
import { Announcements } from './announcements.tsx'
import './home.css'

const BelowFold = lazy(() => import('./below-fold.tsx'))

type Home = components['schemas']['Home']

/** Search first: it stands before anything has been loaded. */
export function HomeScreen() {
  const home = useApi().useAsk('/api/home')
  return (
    <Screen title="Bạn cần làm việc gì?" above="Hành chính giáo dục Tây Ninh" isTab>
      <div className="search-box">
        <Icon name="search" />
        <Link className="look" to="/tim">
          Tìm thủ tục, hướng dẫn, văn bản
        </Link>
      </div>
      <Ready asked={home}>{(data) => <HomeContent home={data} />}</Ready>
    </Screen>
  )
}

function HomeContent({ home }: { home: Home }) {
  const everyday = home.situations.filter((situation) => situation.homeOrder !== null)
  return (
    <>
      <Announcements items={home.announcements ?? []} />
      <section className="section" aria-labelledby="thuong-gap">
        <h2 id="thuong-gap">Việc thường gặp</h2>
        <ul className="home-situations">
          {everyday.map((situation) => (
            <li key={situation.slug}>
              <Link to={`/tinh-huong/${situation.slug}`}>{situation.title}</Link>
            </li>
          ))}
        </ul>
        <Link to="/tinh-huong" className="home-more">
          Xem tất cả tình huống
        </Link>
      </section>
      <section className="section" aria-labelledby="cong-cu">
        <h2 id="cong-cu">Theo dõi hồ sơ</h2>
        <ul className="rows">
          <li>
            <RowLink to="/ho-so" title="Tra cứu hồ sơ đã nộp" help="Các cách xem hồ sơ đang ở đâu" />
          </li>
          <li>
            <RowLink to="/hen-tra" title="Tính ngày hẹn trả" help="Trừ ngày nghỉ, lễ, Tết và tính ngày làm bù" />
          </li>
          <li>
            <RowLink to="/phan-anh" title="Phản ánh, góp ý" help="Gửi và theo dõi câu trả lời" />
          </li>
          <li>
            <RowLink to="/luyen-tap" title="Luyện tập và hội thi" />
          </li>
        </ul>
      </section>
      <Suspense>
        <BelowFold home={home} />
      </Suspense>
    </>
  )
}
