import {
  type AccountLine,
  createAccount,
  endRelation,
  GRANTABLE,
  type Grantable,
  grantRelation,
  listAccounts,
  listOrganisations,
  type Organisation,
} from '@zhiping/contract';
import { Button, Form, Input, Modal, Select, Table } from 'antd';
import { useState } from 'react';
import { Empty, ErrorNote, Loading } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { PageButtons, usePages } from '../../parts/pages.tsx';
import { SearchField } from '../../parts/SearchField.tsx';
import { UnitPicker } from '../../parts/UnitPicker.tsx';
import { useCallCommand } from '../../use-command.ts';
import { relationName } from './words.ts';

const GRANTS = Object.keys(GRANTABLE) as readonly Grantable[];

/** 账户与身份: who has an account, what each is to which organisation; new ones are registered here. */
export default function Accounts() {
  const search = useAddressState().get('search') ?? '';
  const pages = usePages(search);
  const accounts = useEndpoint(listAccounts, { query: { ...pages.after, search, limit: 20 } });
  const organisations = useEndpoint(listOrganisations, {});
  const [creating, setCreating] = useState(false);
  const [changing, setChanging] = useState<string | null>(null);
  const error = accounts.error ?? organisations.error;
  if (error)
    return <ErrorNote error={error} onRetry={() => void Promise.all([accounts.refetch(), organisations.refetch()])} />;
  const chosen = accounts.data?.items.find(({ personId }) => personId === changing);
  return (
    <div className="zp-stack">
      <h1>账户与身份</h1>
      <div className="zp-row">
        <SearchField label="按姓名、用户名或单位查找" placeholder="姓名、用户名或单位" />
        <Button type="primary" onClick={() => setCreating(true)}>
          登记账户
        </Button>
      </div>
      {!accounts.data || !organisations.data ? (
        <Loading />
      ) : (
        <AccountTable
          items={accounts.data.items}
          action={(line) => (
            <Button size="small" onClick={() => setChanging(line.personId)}>
              身份<span className="zp-hidden">：{line.name}</span>
            </Button>
          )}
        />
      )}
      <PageButtons pages={pages} next={accounts.data?.next} />
      {creating && organisations.data ? (
        <CreateAccount organisations={organisations.data.items} onClose={() => setCreating(false)} />
      ) : null}
      {chosen && organisations.data ? (
        <ChangeRelations account={chosen} organisations={organisations.data.items} onClose={() => setChanging(null)} />
      ) : null}
    </div>
  );
}

/** The accounts with one thing to do for each. */
export function AccountTable(props: { items: readonly AccountLine[]; action: (line: AccountLine) => React.ReactNode }) {
  if (props.items.length === 0) return <Empty title="没有找到">请换一个姓名、用户名或单位名称。</Empty>;
  return (
    <section className="zp-card" aria-label="账户">
      <Table
        size="small"
        rowKey="personId"
        dataSource={props.items}
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: '姓名', dataIndex: 'name' },
          { title: '用户名', dataIndex: 'username' },
          {
            title: '身份',
            render: (_, line) =>
              line.relations
                .map(({ relation, subjectName }) => `${relationName(relation)}（${subjectName}）`)
                .join('、') || '个人',
          },
          {
            title: '状态',
            render: (_, line) => (line.merged ? '已合并' : line.lockedUntil === null ? '正常' : '已锁定'),
          },
          { title: '办理', render: (_, line) => (line.merged ? null : props.action(line)) },
        ]}
      />
    </section>
  );
}

interface AccountForm {
  readonly name: string;
  readonly username: string;
  readonly idNumber?: string;
  readonly phone?: string;
  readonly relation?: Grantable;
  readonly subjectId?: string;
}
const needed = [{ required: true, message: '请填写' }];

function CreateAccount({ organisations, onClose }: { organisations: readonly Organisation[]; onClose: () => void }) {
  const create = useCallCommand(createAccount, [listAccounts]);
  const [form] = Form.useForm<AccountForm>();
  const save = ({ relation, subjectId, idNumber, phone, ...rest }: AccountForm) =>
    create.mutate({
      body: {
        ...rest,
        ...(idNumber ? { idNumber } : {}),
        ...(phone ? { phone } : {}),
        relations: relation && subjectId ? [{ relation, subjectId }] : [],
      },
    });
  return (
    <Modal
      open
      title="登记账户"
      okText={create.data ? '完成' : '登记'}
      cancelText="取消"
      cancelButtonProps={{ hidden: create.data !== undefined }}
      onCancel={onClose}
      onOk={create.data ? onClose : form.submit}
      confirmLoading={create.isPending}
    >
      {create.data ? (
        <PasswordOnce password={create.data.password} />
      ) : (
        <Form form={form} layout="vertical" onFinish={save}>
          <Form.Item name="name" label="姓名" rules={needed}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name="username" label="用户名" rules={needed}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name="idNumber" label="身份证号码（申报人必填）">
            <Input autoComplete="off" inputMode="text" maxLength={18} />
          </Form.Item>
          <Form.Item name="phone" label="手机号码">
            <Input autoComplete="off" inputMode="numeric" maxLength={11} />
          </Form.Item>
          <RelationFields organisations={organisations} needed={false} />
        </Form>
      )}
      <ErrorNote error={create.error} />
    </Modal>
  );
}

/** The first password stands here once and nowhere else. */
export function PasswordOnce({ password }: { password: string }) {
  return (
    <div role="status" className="zp-card">
      <p>
        已办理。初始密码是 <strong style={{ fontFamily: 'monospace', userSelect: 'all' }}>{password}</strong>
      </p>
      <p>只显示这一次。请当面交给本人，并请本人登录后修改。</p>
    </div>
  );
}

/** What somebody becomes, and to which organisation of the fitting kind. */
function RelationFields(props: { organisations: readonly Organisation[]; needed: boolean }) {
  const relation = Form.useWatch<Grantable | undefined>('relation');
  const kind = relation === undefined ? null : GRANTABLE[relation];
  return (
    <>
      <Form.Item
        name="relation"
        label={props.needed ? '身份' : '身份（个人申报不用选）'}
        rules={props.needed ? needed : []}
      >
        <Select allowClear options={GRANTS.map((value) => ({ value, label: relationName(value) }))} />
      </Form.Item>
      {kind === null ? null : (
        <Form.Item key={kind} name="subjectId" label="单位或机构" rules={needed}>
          {kind === 'unit' ? (
            <UnitPicker />
          ) : (
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={props.organisations
                .filter((one) => one.kind === kind)
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Form.Item>
      )}
    </>
  );
}

function ChangeRelations(props: { account: AccountLine; organisations: readonly Organisation[]; onClose: () => void }) {
  const { account } = props;
  const { personId } = account;
  const grant = useCallCommand(grantRelation, [listAccounts]);
  const end = useCallCommand(endRelation, [listAccounts]);
  const [form] = Form.useForm<{ relation: Grantable; subjectId: string }>();
  return (
    <Modal open title={`${account.name}的身份`} footer={null} onCancel={props.onClose}>
      {account.relations.length === 0 ? <p>没有单位或机构的身份，只能办理个人事项。</p> : null}
      <ul className="zp-list zp-stack">
        {account.relations.map(({ id, relation, subjectName }) => (
          <li key={id} className="zp-row">
            <span>
              {relationName(relation)}（{subjectName}）
            </span>
            <Button
              size="small"
              danger
              loading={end.isPending}
              onClick={() => end.mutate({ params: { personId, relationId: id } })}
            >
              结束<span className="zp-hidden">：{relationName(relation)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <Form
        form={form}
        layout="vertical"
        onFinish={(body) => grant.mutate({ params: { personId }, body }, { onSuccess: () => form.resetFields() })}
      >
        <RelationFields organisations={props.organisations} needed />
        <Button htmlType="submit" type="primary" loading={grant.isPending}>
          增加身份
        </Button>
      </Form>
      <ErrorNote error={grant.error ?? end.error} />
    </Modal>
  );
}
