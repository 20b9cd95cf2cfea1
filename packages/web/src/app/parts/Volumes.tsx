import {
  downloadVolumes,
  listVolumeOrders,
  orderVolumeBatch,
  orderVolumes,
  urlFor,
  type VolumeOrder,
} from '@zhiping/contract';
import { ErrorNote, formatInstant, formatSize, Loading } from '../../shared/index.ts';
import { useEndpoint } from '../call.ts';
import { useCallCommand } from '../use-command.ts';
import './volumes.css';

const SOON_MS = 2000;
const running = ({ state }: VolumeOrder): boolean => state === 'waiting' || state === 'working';

/** Volumes of one application: ordered here, made in the background; one may leave the page and come back. */
export function CaseVolumes({ applicationId }: { applicationId: string }) {
  const command = useCallCommand(orderVolumes, [listVolumeOrders]);
  return (
    <Orders
      title="装订成册"
      words="把表格和证明材料按计划规定的顺序装订成册，带目录和页码，打成一个压缩包。装订在后台进行，可以离开本页，完成后回来下载。"
      button="开始装订"
      applicationId={applicationId}
      ordering={command.isPending}
      error={command.error}
      onOrder={() => command.mutate({ params: { id: applicationId } })}
    />
  );
}

/** Volumes of every application the caller's body may print. */
export function BatchVolumes() {
  const command = useCallCommand(orderVolumeBatch, [listVolumeOrders]);
  return (
    <Orders
      title="装订本单位的全部申报"
      words="把已通过网上审核的申报逐份装订成册，每人一个文件夹，打成一个压缩包；一次最多五百份，超过的再次装订时接着进行。装订在后台进行，可以离开本页，完成后回来下载。"
      button="全部装订"
      ordering={command.isPending}
      error={command.error}
      onOrder={() => command.mutate({})}
    />
  );
}

/** Orders of one case, of a plan's package or of all cases of a body, with the button that makes another. */
export function Orders(props: {
  title: string;
  words: string;
  button: string;
  applicationId?: string;
  planId?: string;
  /** What is to be done before ordering; null when nothing. */
  hint?: string | null;
  ordering: boolean;
  error: unknown;
  onOrder: () => void;
}) {
  const { applicationId: ofCase, planId: ofPlan, hint = null } = props;
  const query = queryOf(ofCase, ofPlan);
  const orders = useEndpoint(listVolumeOrders, { query });
  const items = orders.data?.items ?? [];
  const busy = items.some(running);
  // Asks again only while something is being made.
  useEndpoint(listVolumeOrders, { query }, { enabled: busy, refetchInterval: SOON_MS });
  return (
    <section className="zp-card zp-stack" aria-label={props.title}>
      <h2>{props.title}</h2>
      <p className="zp-muted">{props.words}</p>
      <div>
        <button
          type="button"
          className="zp-button"
          disabled={busy || props.ordering || hint !== null}
          onClick={props.onOrder}
        >
          {props.button}
        </button>
        {hint === null ? null : <p className="zp-small zp-muted">{hint}</p>}
      </div>
      <ErrorNote error={props.error ?? orders.error} />
      {orders.isPending ? <Loading /> : null}
      {items.map((order) => (
        <Order key={order.id} order={order} />
      ))}
    </section>
  );
}

function queryOf(applicationId: string | undefined, planId: string | undefined) {
  if (applicationId !== undefined) return { applicationId };
  return planId === undefined ? { batch: 'yes' as const } : { planId };
}

function Order({ order }: { order: VolumeOrder }) {
  return (
    <article className="zp-volume" aria-label={`${order.name}，${formatInstant(order.orderedAt)}`}>
      <p>
        <strong>{order.name}</strong>
        <span className="zp-small zp-muted">　{formatInstant(order.orderedAt)}</span>
      </p>
      <div aria-live="polite">
        <Outcome order={order} />
      </div>
      {order.problems.length > 0 ? (
        <details>
          <summary>有 {order.problems.length} 处须注意</summary>
          <ul className="zp-list">
            {order.problems.map(({ number, problem }) => (
              <li key={`${number}${problem}`}>
                {number}　{problem}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </article>
  );
}

function Outcome({ order }: { order: VolumeOrder }) {
  switch (order.state) {
    case 'waiting':
      return <p>已排队，马上开始。</p>;
    case 'working':
      return (
        <p className="zp-volume-progress">
          <progress value={order.percent} max={100} aria-label={`${order.name}装订进度`}>
            {order.percent}%
          </progress>
          <span>{order.percent}%</span>
          <span className="zp-small zp-muted">{order.doing}</span>
        </p>
      );
    case 'done':
      return (
        <p>
          <a className="zp-button" href={urlFor(downloadVolumes.url, { id: order.id })} download>
            下载（{formatSize(order.bytes ?? 0)}）
          </a>
          {order.expiresAt === null ? null : (
            <span className="zp-small zp-muted">　保存到 {formatInstant(order.expiresAt)}</span>
          )}
        </p>
      );
    case 'failed':
      return <p>没有装订成功，请重新装订；仍不成功的，请联系平台运维人员。</p>;
    case 'expired':
      return <p className="zp-muted">已过保存期，需要时请重新装订。</p>;
  }
}
