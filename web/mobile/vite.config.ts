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

/**
 * uni-app names a library's part after its folder, `..-node_modules-…`, which the bundler takes for
 * a path and imports as a bare name: no browser finds it.
 */
const partsThatBrowsersFind: Plugin = {
  name: 'parts-that-browsers-find',
  enforce: 'post',
  config({ build }) {
    const output = build?.rollupOptions?.output
    if (output && !Array.isArray(output) && typeof output.chunkFileNames === 'function') {
      const nameOf = output.chunkFileNames
      output.chunkFileNames = (part) => nameOf(part).replace('/..-node_modules-', '/')
    }
  },
}

export default defineConfig({
  plugins: [nothingFromElsewhere, uni(), partsThatBrowsersFind],
  build: { target: ['es2019', 'chrome69', 'safari12'] },
  server: { host: '127.0.0.1', proxy: { '/api': API } },
})
