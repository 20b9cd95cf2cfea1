import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'virtual:tokens.css';
import '../shared/theme/base.css';
import '../shared/theme/frame.css';
import '../shared/theme/components.css';
import './antd.css';
import { problemFrom } from '../shared/api.ts';
import { restoreTextSize, useTextSize } from '../shared/theme/text-size.ts';
import { router } from './router.tsx';
import { antdTheme } from './theme.ts';

restoreTextSize();

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal will not change by asking again; only a lost connection or a busy server is tried twice more.
      retry: (count, error) => count < 2 && ['OFFLINE', 'NETWORK', 'BUSY'].includes(problemFrom(error).code),
    },
  },
});

function App() {
  const size = useTextSize();
  return (
    <ConfigProvider locale={zhCN} theme={antdTheme(size)} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
