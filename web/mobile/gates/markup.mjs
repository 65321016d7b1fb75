// WeChat's own compilers read every page of the built mini-program.
import { createRequire } from 'node:module'

const { wxmlToJs, wxssToJs } = createRequire(import.meta.url)('miniprogram-compiler')
const ROOT = 'dist/build/mp-weixin'

for (const [what, compile] of Object.entries({ wxml: wxmlToJs, wxss: wxssToJs })) {
  try {
    console.log(`${what}: ${compile(ROOT).length} characters compiled`)
  } catch (failure) {
    console.error(`${what}: ${String(failure.message ?? failure).slice(0, 500)}`)
    process.exitCode = 1
  }
}
