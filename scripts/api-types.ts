import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeApiTypes } from './contract.ts'

writeFileSync(join(import.meta.dirname, '../src/api/schema.gen.ts'), await makeApiTypes())
