import type { Example, Office } from './staff-example.ts'

const DAYS = 'from=2026-11-01&to=2026-11-30'

const MORNING = [{ opens: '07:00', closes: '11:00' }]
const HOURS = {
  ...{ monday: MORNING, tuesday: MORNING, wednesday: MORNING, thursday: MORNING, friday: MORNING },
  ...{ saturday: [], sunday: [], makeUpDay: MORNING },
}

const photoPath = async ({ photographed }: Office) => {
  const { reportId, fileId } = await photographed()
  return `/admin/api/reports/${reportId}/files/${fileId}`
}

export const REPORT_OFFICE_EXAMPLES: Example[] = [
  {
    line: 'GET /admin/api/reports/{id}/files/{fileId}',
    needs: 'feedback.read',
    scope: 'object',
    call: async (office) => ({ path: await photoPath(office) }),
  },
  {
    line: 'POST /admin/api/reports/{id}/files/{fileId}/redactions',
    needs: 'feedback.moderate',
    scope: 'object',
    call: async (office) => ({
      path: `${await photoPath(office)}/redactions`,
      body: { boxes: [{ x: 0, y: 0, width: 0.5, height: 0.5 }] },
    }),
  },
  {
    line: 'GET /admin/api/feedback/office-hours',
    needs: 'feedback.settings',
    scope: 'object',
    call: ({ unitId }) => ({ path: `/admin/api/feedback/office-hours?unitId=${unitId}` }),
  },
  {
    line: 'PUT /admin/api/feedback/office-hours/{unitId}',
    needs: 'feedback.settings',
    scope: 'object',
    call: ({ unitId }) => ({
      path: `/admin/api/feedback/office-hours/${unitId}`,
      body: { validFrom: '2027-01-01', hours: HOURS },
    }),
  },
  {
    line: 'GET /admin/api/feedback/figures',
    needs: 'figures.read',
    scope: 'own',
    call: () => ({ path: `/admin/api/feedback/figures?${DAYS}&by=category` }),
  },
  {
    line: 'GET /admin/api/feedback/export',
    needs: 'figures.read',
    scope: 'own',
    call: () => ({ path: `/admin/api/feedback/export?${DAYS}` }),
  },
]
