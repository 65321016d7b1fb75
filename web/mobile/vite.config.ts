import { readFileSync } from 'node:fs'
import uni from '@dcloudio/vite-plugin-uni'
import { defineConfig, type Plugin } from 'vite'

/** The API that `npm run dev` talks to. */
const API = process.env.VENUEPASS_API ?? 'http://127.0.0.1:8080'

const NOTHING = 'virtual:nothing.css'

/** uni-app's bar would load shadows from another site; these pages load nothing from elsewhere. */
const nothingFromElsewhere: Plugin = {
  name: 'nothing-from-elsewhere',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('/framework/shadow.css') ? NOTHING : undefined),
  load: (id) => (id === NOTHING ? '' : undefined),
}

/** uni-app names parts after their path, which a browser cannot load when it begins with dots. */
const namesThatLoad: Plugin = {
  name: 'names-that-load',
  configResolved({ build }) {
    for (const output of [build.rollupOptions.output ?? []].flat()) {
      const named = output.chunkFileNames
      if (typeof named === 'function') {
        output.chunkFileNames = (chunk) => named(chunk).replace('/..-', '/')
      }
    }
  },
}

/** Beside the start page, since a worker only serves what lies below it. */
const workerForBrowsers: Plugin = {
  name: 'worker-for-browsers',
  generateBundle() {
    if (process.env.UNI_PLATFORM === 'h5') {
      this.emitFile({ type: 'asset', fileName: 'worker.js', source: readFileSync('worker.js', 'utf8') })
    }
  },
}

export default defineConfig({
  plugins: [nothingFromElsewhere, uni(), namesThatLoad, workerForBrowsers],
  build: { target: ['es2019', 'chrome69', 'safari12'] },
  server: { host: '127.0.0.1', proxy: { '/api': API } },
})
