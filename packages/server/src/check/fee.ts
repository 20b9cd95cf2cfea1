import type { Check } from './checks.ts';

/** Truths of fees. */
export const feeChecks: readonly Check[] = [
  {
    name: 'fee.settled-has-moved-on',
    says: '已到账或免缴的申报不再停在缴费环节',
    sql: `select f.application_id from fee f join application a on a.id = f.application_id
      where f.state in ('paid', 'waived') and a.stage = 'payment'`,
  },
  {
    name: 'fee.statement-agrees',
    says: '凭流水确认的评审费与认领的流水一一对应，金额相等',
    sql: `select coalesce(f.application_id, e.application_id) as application
      from (select * from fee where way = 'statement') f
      full join (select * from bank_entry where state = 'matched') e on e.application_id = f.application_id
      where f.application_id is null or e.application_id is null or f.amount_fen <> e.amount_fen`,
  },
  {
    name: 'fee.order-agrees',
    says: '网上支付入账的评审费与入账的订单一一对应，金额相等',
    sql: `select coalesce(f.application_id, o.application_id) as application
      from (select * from fee where way = 'online') f
      full join (select * from payment_order where outcome = 'settled') o on o.application_id = f.application_id
      where f.application_id is null or o.application_id is null or f.amount_fen <> o.paid_fen`,
  },
];
