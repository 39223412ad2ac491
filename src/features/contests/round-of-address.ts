import { useParams, useSearchParams } from 'react-router-dom'

/** The contest and the round an address speaks of; no round stands for the whole contest. */
export function useRoundOfAddress() {
  const { slug = '' } = useParams()
  const [search] = useSearchParams()
  const asked = Number(search.get('vong'))
  const round = Number.isInteger(asked) && asked > 0 ? asked : undefined
  return { slug, round, query: round === undefined ? {} : { round }, tail: round === undefined ? '' : `?vong=${round}` }
}
