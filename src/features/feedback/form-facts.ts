import { useEffect } from 'react'
import type { Asked } from '../../api/client.ts'
import { useApi } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { useStored } from '../../ui/stored.ts'

export type FormFacts = {
  categories: components['schemas']['FeedbackCategories']['items']
  purposes: components['schemas']['Purposes']['items']
}

/** What the form shows; once seen it is kept, so that a report can be written without a network. */
export function useFormFacts(): Asked<FormFacts> {
  const categories = useApi().useAsk('/api/feedback/categories')
  const purposes = useApi().useAsk('/api/purposes')
  const [kept, keep] = useStored<FormFacts | null>('feedback-form', null)
  const [fresh, wanted] = [categories.data?.items, purposes.data?.items]
  useEffect(() => {
    if (fresh && wanted) keep({ categories: fresh, purposes: wanted })
  }, [fresh, wanted, keep])
  return {
    data: fresh && wanted ? { categories: fresh, purposes: wanted } : (kept ?? undefined),
    error: categories.error ?? purposes.error,
    refetch() {
      categories.refetch()
      purposes.refetch()
    },
  }
}
