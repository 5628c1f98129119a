// Writes a .br and a .gz beside every text file over 1 kB, so that the server never compresses while somebody waits.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const SMALL = 1024
const TEXT = /\.(html|txt|js|mjs|css|svg|json|xml|webmanifest)$/

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* files(path)
    else yield path
  }
}

const folder = process.argv[2] ?? 'out'
const sum = { files: 0, bytes: 0, br: 0, gz: 0 }
for (const path of files(folder)) {
  if (!TEXT.test(path) || statSync(path).size <= SMALL) continue
  const body = readFileSync(path)
  const br = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } })
  const gz = gzipSync(body, { level: 9 })
  writeFileSync(`${path}.br`, br)
  writeFileSync(`${path}.gz`, gz)
  sum.files += 1
  sum.bytes += body.length
  sum.br += br.length
  sum.gz += gz.length
}
console.log(`compressed ${sum.files} files: ${sum.bytes} bytes, brotli ${sum.br}, gzip ${sum.gz}`)
