import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const PDFJS = join(import.meta.dirname ?? '.', 'node_modules/pdfjs-dist');
const PDFJS_FOLDERS = ['cmaps', 'standard_fonts', 'wasm', 'iccs'];

/** Serves and ships the character maps, fonts and decoders that pdf.js reads at run time, under /pdfjs/. */
function pdfjsData(): Plugin {
  return {
    name: 'pdfjs-data',
    configureServer(server) {
      server.middlewares.use('/pdfjs', (request, response, next) => {
        const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '');
        const [, folder, file] = path.split('/');
        if (folder && file && PDFJS_FOLDERS.includes(folder) && readdirSync(join(PDFJS, folder)).includes(file)) {
          createReadStream(join(PDFJS, folder, file)).pipe(response);
        } else {
          next();
        }
      });
    },
    generateBundle() {
      for (const folder of PDFJS_FOLDERS) {
        for (const file of readdirSync(join(PDFJS, folder))) {
          this.emitFile({ type: 'asset', fileName: `pdfjs/${folder}/${file}`, source: readFileSync(join(PDFJS, folder, file)) });
        }
      }
    },
  };
}

export default defineConfig({
  plugins: [react(), pdfjsData()],
  // Deep links such as /s/{id} load the same page, so assets are named from the root.
  base: '/',
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 500,
    rolldownOptions: {
      output: {
        // Some servers send .mjs with a type that browsers refuse for a worker.
        assetFileNames: (asset) => (asset.names[0]?.endsWith('.mjs') ? 'assets/[name]-[hash].js' : 'assets/[name]-[hash][extname]'),
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'] },
});
