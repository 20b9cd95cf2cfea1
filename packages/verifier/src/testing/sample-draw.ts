import { createHash } from 'node:crypto';
import { commitDraw, commitSecret, completeDraw, type DrawTranscript } from '@zhiping/core';

/** A draw of varied size and rules, the same for the same seed. */
export function transcriptOf(seed: number): DrawTranscript {
  const random = (name: string, below: number) => Number.parseInt(sha(`${seed} ${name}`).slice(0, 8), 16) % below;
  const size = 20 + random('size', 30);
  const input = {
    pool: Array.from({ length: size }, (_, n) => ({
      code: sha(`${seed} code ${n}`).slice(0, 16),
      identity: sha(`${seed} who ${n}`),
      employer: `u${random(`employer ${n}`, 8)}`,
      stratum: ['安防工程', '网络与信息安全', '电子工程'][random(`stratum ${n}`, 3)] ?? '',
      level: ['senior', 'full-senior', 'engineer'][random(`level ${n}`, 3)] ?? '',
      termEnds: random(`term ${n}`, 9) === 0 ? '2024-01-01' : '2026-06-30',
    })),
    rules: {
      members: 7 + 2 * random('members', 3),
      reserves: random('reserves', 10),
      heldOn: '2024-09-10',
      levels: ['senior', 'full-senior'],
      quotas: [{ stratum: '安防工程', min: random('min', 4), max: random('cap', 2) ? 5 : null }],
      employerCap: random('cap2', 3) === 0 ? null : 2,
    },
    recusals: [],
  };
  const recused = input.pool.filter((_, n) => random(`recused ${n}`, 6) === 0);
  const full = { ...input, recusals: recused.map(({ code }) => ({ code, kinds: ['same-unit' as const] })) };
  const number = `LN-2024-${seed}`;
  const [officeSecret, supervisorSecret] = [sha(`${seed} office`), sha(`${seed} supervisor`)];
  const closed = random('closed', 2) === 0;
  const commitment = commitDraw(full, {
    number,
    officeCommitment: commitSecret(number, 'office', officeSecret),
    supervisorCommitment: commitSecret(number, 'supervisor', supervisorSecret),
    publicSource: closed ? { kind: 'none', name: '' } : { kind: 'drand', name: `round ${seed}` },
  });
  return completeDraw(full, commitment, {
    publicValue: closed ? '' : sha(`${seed} public`),
    officeSecret,
    supervisorSecret,
  });
}

function sha(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
