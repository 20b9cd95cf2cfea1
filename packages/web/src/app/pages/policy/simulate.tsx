import { listPackVersions, startSimulation } from '@zhiping/contract';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ErrorNote, Loading } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { Choice } from '../../parts/Choice.tsx';
import { useCallCommand } from '../../use-command.ts';
import './policy.css';

const LEVELS = [
  ['technician', '员级（技术员）'],
  ['assistant', '助理级'],
  ['engineer', '中级'],
  ['senior', '副高级'],
  ['full-senior', '正高级'],
] as const;
const PEOPLE = [10_000, 100_000, 300_000] as const;

/** 影响模拟: two versions, a level, how many people; the result has an address of its own. */
export default function Simulate() {
  const address = useAddressState();
  const navigate = useNavigate();
  const versions = useEndpoint(listPackVersions, {});
  const start = useCallCommand(startSimulation, []);
  const [people, setPeople] = useState<number>(PEOPLE[0]);
  if (versions.error) return <ErrorNote error={versions.error} onRetry={() => void versions.refetch()} />;
  if (!versions.data) return <Loading />;
  const standards = versions.data.items.filter(({ kind }) => kind === 'standard');
  const newer = address.get('newer') ?? '';
  const newerPack = newer.split('@')[0];
  const inUse = standards.find(({ pack, publishedAt }) => pack === newerPack && publishedAt !== null);
  const older = address.get('older') ?? (inUse ? `${inUse.pack}@${inUse.number}` : '');
  const level = LEVELS.find(([id]) => id === (address.get('level') ?? 'senior'))?.[0] ?? 'senior';
  const options = standards.map(({ pack, number, name, publishedAt }) => ({
    value: `${pack}@${number}`,
    label: `${name}　第 ${number} 版${publishedAt === null ? '（草案）' : ''}`,
  }));
  const run = () => {
    const [pack = '', number = ''] = newer.split('@');
    const [olderPack = '', olderNumber = ''] = older.split('@');
    start.mutate(
      {
        params: { pack, number: Number(number) },
        body: { against: { pack: olderPack, number: Number(olderNumber) }, level, people },
      },
      { onSuccess: ({ id }) => void navigate({ to: `/policy/simulations/${id}` }) },
    );
  };
  return (
    <div className="zp-stack">
      <h1>影响模拟</h1>
      <p className="zp-prose zp-muted">
        用随机生成的一群人（业绩、学历、年限各不相同，有的材料不全）分别按两个版本评估，看多少人的结论变好、变差，是因为哪一条。人是虚构的，数字说明影响的方向和大小，不是对实际人数的预测。
      </p>
      <section className="zp-card" aria-label="模拟什么">
        <Choice label="旧的版本" value={older} options={options} onChange={(value) => address.set({ older: value })} />
        <Choice label="新的版本" value={newer} options={options} onChange={(value) => address.set({ newer: value })} />
        <Choice
          label="层级"
          value={level}
          options={LEVELS.map(([value, label]) => ({ value, label }))}
          onChange={(value) => address.set({ level: value })}
        />
        <Choice
          label="人数"
          value={String(people)}
          options={PEOPLE.map((count) => ({ value: String(count), label: `${count / 10_000} 万人` }))}
          onChange={(value) => setPeople(Number(value) || PEOPLE[0])}
        />
        <button
          type="button"
          className="zp-button zp-button-main"
          disabled={newer === '' || older === '' || start.isPending}
          onClick={run}
        >
          开始模拟
        </button>
        <ErrorNote error={start.error} />
      </section>
    </div>
  );
}
