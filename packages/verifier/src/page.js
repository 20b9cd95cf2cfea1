import { verifyCertificate } from './certificate.js';
import { verifyDraw } from './draw.js';
import { verifyRecord } from './record.js';

/** @template {HTMLElement} T @param {string} id @param {new () => T} kind @returns {T} */
function element(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`missing #${id}`);
  return found;
}

/** @param {string} id @returns {Promise<string | undefined>} */
async function chosenFile(id) {
  return element(id, HTMLInputElement).files?.[0]?.text();
}

/** @param {string} id */
function typed(id) {
  return element(id, HTMLInputElement).value.trim();
}

/** @param {string} into @param {() => Promise<import('./draw.js').Finding[]>} check */
async function show(into, check) {
  const output = element(into, HTMLOutputElement);
  output.replaceChildren('正在重算…');
  try {
    const findings = await check();
    const wrong = findings.filter(({ ok }) => !ok).length;
    const verdict = document.createElement('p');
    verdict.className = wrong === 0 ? 'verdict good' : 'verdict bad';
    verdict.textContent = wrong === 0 ? '✓ 全部相符' : `✗ 有 ${wrong} 项不符`;
    const list = document.createElement('ul');
    for (const { ok, what, detail } of findings) {
      const item = document.createElement('li');
      item.className = ok ? 'good' : 'bad';
      item.textContent = `${ok ? '✓ 相符' : '✗ 不符'}　${what}${detail ? `：${detail}` : ''}`;
      list.append(item);
    }
    output.replaceChildren(verdict, list);
  } catch (error) {
    const message = document.createElement('p');
    message.className = 'verdict bad';
    message.textContent = `无法核验：${error instanceof SyntaxError ? '内容不是完整的记录文本' : error instanceof Error ? error.message : ''}`;
    output.replaceChildren(message);
  }
}

element('draw', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  void show('draw-result', async () => {
    const text = (await chosenFile('draw-file')) ?? element('draw-text', HTMLTextAreaElement).value;
    if (text.trim() === '') throw new Error('请选择文件，或粘贴抽取记录');
    return verifyDraw(text);
  });
});

element('record', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  void show('record-result', async () => {
    const text = await chosenFile('record-file');
    if (text === undefined) throw new Error('请选择存证记录文件');
    const note = await chosenFile('record-note');
    const key = typed('record-key');
    return verifyRecord(text, { ...(note !== undefined && { note }), ...(key !== '' && { key }) });
  });
});

element('certificate', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  void show('certificate-result', async () => {
    const text = typed('certificate-text');
    if (text === '') throw new Error('请粘贴二维码内容');
    return verifyCertificate(text, typed('certificate-key').split(/\s+/).filter(Boolean));
  });
});

const STAGES = new Map([
  ['committed', '已锁定，未完成'],
  ['revealed', '已锁定，未完成'],
  ['completed', '已完成'],
  ['abandoned', '已终止'],
]);

// Where the page is served by a platform, the published draws are listed; saved elsewhere it works on files alone.
fetch('/api/public/draws').then(
  async (answer) => {
    if (!answer.ok) return;
    const { draws } = await answer.json();
    for (const draw of draws) {
      const item = document.createElement('li');
      const label = `${draw.organiser}　${draw.number}：${STAGES.get(draw.stage) ?? draw.stage}`;
      if (draw.stage === 'completed') {
        const link = document.createElement('a');
        link.href = `/verify/?draw=${draw.id}`;
        link.textContent = label;
        item.append(link);
      } else {
        item.textContent = draw.abandonedReason ? `${label}，理由：${draw.abandonedReason}` : label;
      }
      element('draws', HTMLUListElement).append(item);
    }
  },
  () => undefined,
);

// A link `/verify/?draw=ID` brings the published transcript along; the page still repeats everything itself.
const wanted = new URLSearchParams(location.search).get('draw');
if (wanted !== null && /^[0-9A-Za-z-]+$/.test(wanted)) {
  void show('draw-result', async () => {
    const answer = await fetch(`/api/public/draws/${wanted}/transcript`);
    if (!answer.ok) throw new Error('没有找到这次抽取的公开记录，或抽取尚未完成');
    const text = await answer.text();
    element('draw-text', HTMLTextAreaElement).value = text;
    return verifyDraw(text);
  });
}
