import { hex, hmacSha256, join, sha256, unhex, utf8 } from './bytes.js';
import { canonical } from './canonical.js';
import { leaf, treeRoot } from './tree.js';

/**
 * @typedef {{ code: string, employer: string, stratum: string, level: string, termEnds: string }} Entry
 * @typedef {{ ok: boolean, what: string, detail: string }} Finding
 */

const FORMAT = 'zhiping-draw/1';

/**
 * Repeats a draw from its published transcript.
 * @param {string} text the transcript as published
 * @returns {Promise<Finding[]>} each check with its outcome; the draw is reproduced where all are ok
 */
export async function verifyDraw(text) {
  const t = JSON.parse(text);
  const c = t.commitment;
  const { pool, rules, recusals, reveal } = t;
  /** @type {Finding[]} */
  const findings = [];
  /** @param {string} what @param {unknown} claimed @param {unknown} found */
  const compare = (what, claimed, found) => {
    const ok = canonical(claimed) === canonical(found);
    findings.push({ ok, what, detail: ok ? short(found) : `公布 ${short(claimed)}，重算 ${short(found)}` });
  };

  findings.push({ ok: canonical(t) === text.trim(), what: '文本为规范格式', detail: '' });
  findings.push({ ok: c.format === FORMAT, what: '格式', detail: String(c.format) });
  const unknown = [...strangers(t, FIELDS), ...strangers(reveal, REVEAL_FIELDS)];
  findings.push({ ok: unknown.length === 0, what: '没有多余的内容', detail: unknown.join('、') });
  const codes = pool.map((/** @type {Entry} */ entry) => entry.code);
  const recused = recusals.map((/** @type {{ code: string }} */ recusal) => recusal.code);
  findings.push({
    ok: distinct(codes) && distinct(recused) && recused.every((/** @type {string} */ code) => codes.includes(code)),
    what: '专家库与回避名单没有重复和多余',
    detail: `${codes.length} 人，回避 ${recused.length} 人`,
  });

  compare('专家库摘要', c.poolRoot, await rootByCode(pool));
  compare('规则摘要', c.rulesHash, hex(await sha256(utf8(canonical(rules)))));
  compare('回避名单摘要', c.recusalRoot, await rootByCode(recusals));
  compare('办公室承诺值', c.officeCommitment, await commitment(c.number, 'office', reveal.officeSecret));
  compare('监督员承诺值', c.supervisorCommitment, await commitment(c.number, 'supervisor', reveal.supervisorSecret));
  findings.push({
    ok: (c.publicSource.kind === 'none') === (reveal.publicValue === ''),
    what: '公开随机值与事先指定的来源相符',
    detail: c.publicSource.kind === 'none' ? '未使用' : `${c.publicSource.name}：${reveal.publicValue}`,
  });

  const seed = await framed([
    FORMAT,
    c.number,
    c.poolRoot,
    c.rulesHash,
    c.recusalRoot,
    c.publicSource.kind,
    c.publicSource.name,
    reveal.publicValue,
    reveal.officeSecret,
    reveal.supervisorSecret,
  ]);
  compare('种子', t.seed, seed);
  const order = await ordered(pool, seed);
  compare(
    '次序',
    t.order,
    order.map((entry) => entry.code),
  );

  const again = seats(order, rules, new Set(recused));
  compare('入选专家', t.members, again.members);
  compare('候补专家', t.reserves, again.reserves);
  compare('跳过的专家及原因', t.passed, again.passed);
  compare('缺额', t.short, rules.members - again.members.length);
  const { hash, ...rest } = t;
  compare('全文摘要', hash, hex(await sha256(utf8(canonical(rest)))));
  return findings;
}

const FIELDS = 'commitment pool rules recusals reveal seed order members reserves passed short hash'.split(' ');
const REVEAL_FIELDS = 'publicValue officeSecret supervisorSecret'.split(' ');

/** @param {object} value @param {string[]} known */
function strangers(value, known) {
  return Object.keys(value).filter((key) => !known.includes(key));
}

/** @param {{ code: string }[]} items */
async function rootByCode(items) {
  const sorted = [...items].sort((a, b) => (a.code > b.code ? 1 : -1));
  return treeRoot(await Promise.all(sorted.map(leaf)));
}

/** @param {string} number @param {string} holder @param {string} secret */
async function commitment(number, holder, secret) {
  unhex(secret, 32);
  return framed([`${FORMAT} secret`, number, holder, secret]);
}

/** SHA-256 over parts that each carry their length in front. @param {string[]} parts */
async function framed(parts) {
  const framedParts = parts.map((part) => {
    const bytes = utf8(part);
    const length = new DataView(new ArrayBuffer(4));
    length.setUint32(0, bytes.length);
    return join(new Uint8Array(length.buffer), bytes);
  });
  return hex(await sha256(join(...framedParts)));
}

/** @param {Entry[]} pool @param {string} seed */
async function ordered(pool, seed) {
  const key = unhex(seed, 32);
  const ranked = [];
  for (const entry of pool) ranked.push({ entry, rank: hex(await hmacSha256(key, unhex(await leaf(entry), 32))) });
  return ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ entry }) => entry);
}

/**
 * @param {Entry[]} order
 * @param {{ members: number, reserves: number, heldOn: string, levels: string[], employerCap: number | null,
 *   quotas: { stratum: string, min: number, max: number | null }[] }} rules
 * @param {Set<string>} recused
 */
function seats(order, rules, recused) {
  /** @type {Map<string, number>} */
  const perEmployer = new Map();
  /** @type {Map<string, number>} */
  const perStratum = new Map();
  /** @type {string[]} */
  const members = [];
  /** @type {string[]} */
  const line = [];
  /** @type {{ code: string, reason: string }[]} */
  const passed = [];
  for (const { code, employer, stratum, level, termEnds } of order) {
    const bar = recused.has(code)
      ? 'recused'
      : termEnds < rules.heldOn
        ? 'term'
        : rules.levels.includes(level)
          ? ''
          : 'level';
    if (bar !== '') {
      passed.push({ code, reason: bar });
      continue;
    }
    if (members.length === rules.members) {
      line.push(code);
      continue;
    }
    const colleagues = perEmployer.get(employer) ?? 0;
    const there = perStratum.get(stratum) ?? 0;
    const limit = rules.quotas.find((quota) => quota.stratum === stratum)?.max ?? null;
    const left = rules.members - members.length - 1;
    const owed = rules.quotas
      .map((quota) => quota.min - (perStratum.get(quota.stratum) ?? 0) - (quota.stratum === stratum ? 1 : 0))
      .filter((missing) => missing > 0)
      .reduce((sum, missing) => sum + missing, 0);
    if (rules.employerCap !== null && colleagues === rules.employerCap) {
      passed.push({ code, reason: 'employer-cap' });
      line.push(code);
    } else if ((limit !== null && there === limit) || owed > left) {
      passed.push({ code, reason: 'quota' });
      line.push(code);
    } else {
      members.push(code);
      perEmployer.set(employer, colleagues + 1);
      perStratum.set(stratum, there + 1);
    }
  }
  return { members, reserves: line.slice(0, rules.reserves), passed };
}

/** @param {string[]} values */
function distinct(values) {
  return new Set(values).size === values.length;
}

/** @param {unknown} value */
function short(value) {
  if (Array.isArray(value)) return `${value.length} 项`;
  const text = typeof value === 'string' ? value : canonical(value);
  return text.length > 16 ? `${text.slice(0, 16)}…` : text;
}
