import uni from '@dcloudio/vite-plugin-uni'
import { defineConfig } from 'vite'

/** The API that `npm run dev` talks to. */
const API = process.env.VENUEPASS_API ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [uni()],
  build: { target: ['es2019', 'chrome69', 'safari12'] },
  server: { host: '127.0.0.1', proxy: { '/api': API } },
})
