import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeApiTypes } from './contract.ts'

const types = await makeApiTypes()
writeFileSync(join(import.meta.dirname, '../src/api/schema.gen.ts'), types.citizens)
writeFileSync(join(import.meta.dirname, '../admin/api/schema.gen.ts'), types.staff)
