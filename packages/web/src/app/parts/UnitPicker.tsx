import { searchUnits } from '@zhiping/contract';
import { Select } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../call.ts';

/** Chooses one unit among many: what is typed is looked for on the server. For a `Form.Item`, which hands value and change. */
export function UnitPicker(props: { id?: string; value?: string; onChange?: (unitId: string | undefined) => void }) {
  const [typed, setTyped] = useState('');
  const search = typed.trim();
  const { data, isFetching } = useEndpoint(searchUnits, { query: { search } }, { enabled: search.length >= 2 });
  return (
    <Select
      {...(props.id === undefined ? {} : { id: props.id })}
      style={{ width: '100%' }}
      value={props.value === undefined || props.value === '' ? null : props.value}
      onChange={(value) => props.onChange?.(value ?? undefined)}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder="输入单位名称的一部分或统一社会信用代码"
      loading={isFetching}
      notFoundContent={search.length < 2 ? '至少输入两个字' : isFetching ? '正在查找…' : '没有找到'}
      options={(data?.items ?? []).map(({ id, name, creditCode }) => ({
        value: id,
        label: `${name}（${creditCode}）`,
      }))}
    />
  );
}
