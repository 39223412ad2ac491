import type { PageHead } from '../http/pages.ts'
import type { Procedure } from './procedures.schemas.ts'

/** The page's head with schema.org's GovernmentService; what the source does not say is left out. */
export function procedurePage(procedure: Procedure, publicUrl: string): PageHead {
  const path = `/thu-tuc/${procedure.code}`
  return {
    title: procedure.plainName,
    description: procedure.summary ?? `Thủ tục ${procedure.code}: ${procedure.name}`,
    path,
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'GovernmentService',
      name: procedure.name,
      alternateName: procedure.plainName,
      identifier: procedure.code,
      url: publicUrl + path,
      inLanguage: 'vi',
      serviceType: procedure.field,
      ...(procedure.summary === null ? {} : { description: procedure.summary }),
      ...(procedure.agency === null
        ? {}
        : { serviceOperator: { '@type': 'GovernmentOrganization', name: procedure.agency } }),
      ...(procedure.targetUsers.length === 0
        ? {}
        : { audience: procedure.targetUsers.map((name) => ({ '@type': 'Audience', audienceType: name })) }),
      ...(procedure.results.length === 0
        ? {}
        : { serviceOutput: procedure.results.map(({ name }) => ({ '@type': 'Thing', name })) }),
      ...(procedure.portalUrl === null
        ? {}
        : {
            availableChannel: {
              '@type': 'ServiceChannel',
              serviceUrl: procedure.portalUrl,
              name: 'Cổng Dịch vụ công quốc gia',
            },
          }),
      isPartOf: { '@type': 'WebSite', name: 'Hành chính giáo dục Tây Ninh', url: publicUrl },
    },
  }
}
