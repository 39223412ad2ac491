import type { components } from '../../../api/schema.gen.ts'

/** Sends the file as it is; the service makes a clean picture of it. Throws what the service answered. */
export async function uploadImage(file: File, unitId: string): Promise<components['schemas']['Image']> {
  const response = await fetch(`/admin/api/images?unitId=${encodeURIComponent(unitId)}`, {
    method: 'POST',
    headers: { 'content-type': file.type },
    body: file,
  })
  const reply: unknown = await response.json()
  if (!response.ok) throw reply
  return reply as components['schemas']['Image']
}
