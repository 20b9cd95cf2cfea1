import type { AnswerOf, readExtensions } from '@zhiping/contract';
import { api } from '../shared/api.ts';
import { formatDate } from '../shared/text/dates.ts';
import { useLoaded } from './use-loaded.ts';

const load = () => api.get<AnswerOf<typeof readExtensions>>('/api/extensions');

/** 延期公告: windows that close later for everybody; nothing where there are none. */
export function ExtensionNotices() {
  const notices = useLoaded(load, 'extensions');
  if (notices.kind !== 'ready' || notices.value.items.length === 0) return null;
  return (
    <section aria-label="延期公告">
      <h2>延期公告</h2>
      <ul className="zp-list">
        {notices.value.items.map((one) => (
          <li key={one.id}>
            <strong>
              {one.planName}：{one.windowName}由{formatDate(one.from)}延至{formatDate(one.to)}
            </strong>
            <p>理由：{one.reason}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
