import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'src/web',
  base: '/',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    manifest: 'manifest.json',
    // New enough to know :dir(); for older ones it would be rewritten to a guess from the language.
    target: ['chrome121', 'edge121', 'firefox121', 'safari17.2'],
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: { staff: 'src/web/staff.html' },
      // These packages do not declare themselves free of side effects, so nothing unused would be left out.
      // designsystemet-web must keep its own: it ties labels to fields.
      treeshake: { moduleSideEffects: (id) => !/designsystemet-react|floating-ui|aksel-icons|tanstack/.test(id) },
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            // noEval.ts must have run before any schema is made, so it comes in one piece with zod.
            { name: 'zod', test: /node_modules\/zod\/|src\/web\/noEval\.ts/ },
          ],
        },
      },
    },
  },
})
