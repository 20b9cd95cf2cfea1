import { type CatalogueMiss, listCatalogueMisses, readOfficeBoard } from '@zhiping/contract';
import { CODE_TABLES } from '@zhiping/core';
import { Link } from '@tanstack/react-router';
import { Empty, ErrorNote, Loading } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { Choice } from '../../parts/Choice.tsx';
import { PageButtons, usePages } from '../../parts/pages.tsx';
import '../../parts/material.css';

const TABLES = ['journal', 'award'] as const;
const OF = { journal: '论文', award: '奖项' } as const;

/** 目录核对 (X3): papers and awards of all applications of a plan that the catalogue does not have, each leading to its case. */
export default function CatalogueMisses() {
  const address = useAddressState();
  const board = useEndpoint(readOfficeBoard, {});
  const plans = board.data?.plans ?? [];
  const plan = plans.find(({ id }) => id === address.get('plan')) ?? plans[0];
  const table = TABLES.find((one) => one === address.get('table')) ?? 'journal';
  return (
    <div className="zp-stack">
      <h1>目录核对</h1>
      <p className="zp-muted">
        已提交的申报中，在期刊目录、奖项目录里查不到的论文和奖项列在这里，由审核人核对。目录补充以后，查到的自动从这里减去。
      </p>
      {board.error ? <ErrorNote error={board.error} onRetry={() => void board.refetch()} /> : null}
      {board.data === undefined ? board.error ? null : <Loading /> : null}
      {plan === undefined ? null : (
        <>
          <Choice
            label="计划"
            value={plan.id}
            onChange={(value) => address.set({ plan: value })}
            options={plans.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Choice
            label="种类"
            value={table}
            onChange={(value) => address.set({ table: value })}
            options={TABLES.map((value) => ({ value, label: `${OF[value]}（${CODE_TABLES[value].name}）` }))}
          />
          <Misses planId={plan.id} table={table} />
        </>
      )}
      {board.data !== undefined && plan === undefined ? (
        <Empty title="没有评审计划">公布计划、收到申报以后，查不到的论文和奖项列在这里。</Empty>
      ) : null}
    </div>
  );
}

function Misses({ planId, table }: { planId: string; table: (typeof TABLES)[number] }) {
  const pages = usePages(`${planId} ${table}`);
  const { data, error, refetch } = useEndpoint(listCatalogueMisses, {
    params: { id: planId },
    query: { table, ...pages.after },
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (!data.filled) {
    return (
      <Empty title={`${CODE_TABLES[table].name}还没有内容`}>由政策管理员在“代码表”中导入名单后，自动逐项核对。</Empty>
    );
  }
  if (data.items.length === 0 && pages.back === null) {
    return <Empty title={`已提交的${OF[table]}都在目录中`}>以后提交的，查不到时列在这里。</Empty>;
  }
  return (
    <>
      <ul className="zp-list" aria-label={`目录中查不到的${OF[table]}`}>
        {data.items.map((miss) => (
          <Miss key={miss.id} miss={miss} of={OF[table]} />
        ))}
      </ul>
      <PageButtons pages={pages} next={data.next} />
    </>
  );
}

function Miss({ miss, of }: { miss: CatalogueMiss; of: string }) {
  return (
    <li className="zp-material">
      <h2>{miss.title === '' ? `未写名称的${of}` : miss.title}</h2>
      <p className="zp-small">查找：{miss.asked}</p>
      <p className="zp-small zp-muted">
        {miss.number}　{miss.applicantName}（{miss.unitName}），{miss.stage}
      </p>
      <Link
        to="/office/applications"
        search={{ stage: 'all', find: miss.number, id: miss.applicationId }}
        hash={`check-rows.${miss.row}`}
      >
        打开申报中的这一项<span className="zp-hidden">：{miss.title}</span>
      </Link>
    </li>
  );
}
