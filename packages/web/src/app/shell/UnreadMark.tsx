import { countUnread, UNREAD_COUNTED } from '@zhiping/contract';
import { useEndpoint } from '../call.ts';

const EVERY_MS = 60_000;

/** How many messages are unread, beside their place in the menu; nothing where there are none. */
export function UnreadMark() {
  const { data } = useEndpoint(countUnread, {}, { refetchInterval: EVERY_MS });
  if (!data || data.unread === 0) return null;
  const words = data.unread > UNREAD_COUNTED ? `${UNREAD_COUNTED}+` : String(data.unread);
  return <span className="zp-unread">{words} 未读</span>;
}
