import { Navigate } from 'react-router-dom'
import { useMyMenu } from './menu.ts'

/** The first thing this person may do. */
export function Home() {
  const [first] = useMyMenu()
  return <Navigate to={first?.path ?? '/tai-khoan'} replace />
}
