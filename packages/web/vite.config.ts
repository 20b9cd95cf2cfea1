import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { tokensCss } from './src/shared/theme/tokens.ts';

/** `import 'virtual:tokens.css'`: the CSS variables, written from the same tokens the antd theme is derived from. */
const tokens: Plugin = {
  name: 'zhiping-tokens',
  resolveId: (id) => (id === 'virtual:tokens.css' ? '\0virtual:tokens.css' : null),
  load: (id) => (id === '\0virtual:tokens.css' ? tokensCss() : null),
};

/** In development, every address below /app is the application entry, as the server does it. */
const appEntry: Plugin = {
  name: 'zhiping-app-entry',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      if (request.url?.startsWith('/app/') || request.url === '/app') request.url = '/app.html';
      next();
    });
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tokens, appEntry],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // No data: addresses and no inline script: the page lives under script-src 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The size of the public entry is held by its own test; antd pages are lazy and larger than the default limit.
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      input: { public: join(import.meta.dirname, 'index.html'), app: join(import.meta.dirname, 'app.html') },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
