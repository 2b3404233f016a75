import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

const server = process.env['ITER_SERVER'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // Libraries are taken from their sources: one bundler sees everything and splits by route.
  resolve: { conditions: ['@iter/source', ...defaultClientConditions] },
  server: { proxy: { '/api': server, '/v2': server } },
  build: {
    target: 'es2022',
    outDir: 'dist',
    // The modeler's route alone is larger than the default of 500 kB; nobody else downloads it.
    chunkSizeWarningLimit: 2600,
  },
});
