// `sorcerer openapi | node generate.mjs [--check]`: writes web/api/schema.d.ts from the document on stdin, or says that it is out of date.
import { readFileSync, writeFileSync } from 'node:fs'
import openapi, { astToString } from 'openapi-typescript'

const target = new URL('../../api/schema.d.ts', import.meta.url)
const document = JSON.parse(readFileSync(0, 'utf8'))
const head = '// Generated from the server’s OpenAPI document by tools/openapi. Do not edit.\n'
const text = head + astToString(await openapi(document, { alphabetize: true, defaultNonNullable: false }))

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('web/api/schema.d.ts is out of date: run `sorcerer openapi | node web/tools/openapi/generate.mjs`.')
    process.exit(1)
  }
} else {
  writeFileSync(target, text)
}
