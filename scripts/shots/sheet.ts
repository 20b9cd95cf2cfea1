import type { DocumentShot } from './documents.ts';
import type { Shot, Shots } from './pages.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const image = (bytes: Buffer, alt: string): string =>
  `<img loading="lazy" alt="${escaped(alt)}" src="data:image/jpeg;base64,${bytes.toString('base64')}">`;

/** One HTML file with everything in it, to be opened from the disk. */
export function contactSheet(all: {
  readonly open: Shots;
  readonly app: Shots;
  readonly documents: readonly DocumentShot[];
}): string {
  const missed = [...all.open.missed, ...all.app.missed];
  const groups = [
    { id: 'open', title: `公开页面（${all.open.shots.length}）`, body: all.open.shots.map(pageRow).join('') },
    { id: 'app', title: `办理页面（${all.app.shots.length}）`, body: all.app.shots.map(pageRow).join('') },
    { id: 'documents', title: `文件（${all.documents.length}）`, body: all.documents.map(documentRow).join('') },
  ];
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>职评：页面与文件一览</title><style>
body{font:15px/1.6 sans-serif;margin:24px;background:#eef1f4;color:#17212b}
nav a{margin-right:1.5em}h2{margin-top:2em}
article{background:#fff;margin:0 0 24px;padding:16px;border-radius:6px}
h3{margin:0}.row{display:flex;gap:16px;align-items:flex-start;flex-wrap:wrap;margin-top:10px}
img{border:1px solid #c8d0d8;background:#fff}.wide img{width:880px}.narrow img{width:268px}.paper img{width:380px}
.note{color:#5a6672}.warn{color:#a4262c;font-weight:bold}
</style></head><body><h1>职评：页面与文件一览</h1>
<nav>${groups.map(({ id, title }) => `<a href="#${id}">${title}</a>`).join('')}</nav>
${missed.length === 0 ? '' : `<p class="warn">没有找到入口的页面：${escaped(missed.join('、'))}</p>`}
${groups.map(({ id, title, body }) => `<h2 id="${id}">${title}</h2>${body}`).join('\n')}
</body></html>
`;
}

function pageRow(shot: Shot): string {
  return `<article><h3>${escaped(shot.label)}　<code>${escaped(shot.path)}</code></h3>
<div class="note">${escaped(shot.who)}　${escaped(shot.address)}${shot.overflows ? '　<span class="warn">窄屏横向溢出</span>' : ''}</div>
<div class="row"><div class="wide">${image(shot.wide, `${shot.label}，1280`)}</div><div class="narrow">${image(shot.narrow, `${shot.label}，390`)}</div></div></article>`;
}

function documentRow({ name, pages }: DocumentShot): string {
  return `<article><h3>${escaped(name)}　<span class="note">${pages.length} 页</span></h3>
<div class="row paper">${pages.map((page, at) => image(page, `${name} 第 ${at + 1} 页`)).join('')}</div></article>`;
}
