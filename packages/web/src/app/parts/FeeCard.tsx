import { readFee } from '@zhiping/contract';
import { yuanOf } from '@zhiping/core';
import { Link } from '@tanstack/react-router';
import { useEndpoint } from '../call.ts';

/** The fee of an application in one line, with the way to its page; nothing where the plan charges none. */
export function FeeCard({ id }: { id: string }) {
  const { data } = useEndpoint(readFee, { params: { id } });
  const fee = data?.charged;
  if (!fee) return null;
  const pay = fee.waiting && (fee.state === 'due' || fee.state === 'slip');
  return (
    <section className="zp-card" aria-label="评审费">
      <h2>评审费</h2>
      <p>
        {yuanOf(fee.amountFen)} 元，
        <strong>{fee.waiting || fee.state !== 'due' ? fee.stateName : '资格审查通过后缴纳'}</strong>
        {pay ? `。${fee.unpaid}。` : ''}
      </p>
      <Link className={pay ? 'zp-button zp-button-main' : 'zp-button'} to={`/applications/${id}/fee`}>
        {pay ? '查看账户并缴费' : '查看评审费'}
      </Link>
    </section>
  );
}
