import { api } from '../../api/client.ts'

/** The topics of the bank and what each is called. */
export function useTopics() {
  const asked = api.useQuery('get', '/admin/api/quiz-topics')
  const topics = asked.data?.items ?? []
  return {
    topics,
    options: topics.map(({ id, name }) => ({ value: id, label: name })),
    nameOf: (id: string) => topics.find((topic) => topic.id === id)?.name ?? id,
  }
}
