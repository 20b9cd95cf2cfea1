import { type FormEvent, useState } from 'react';
import { useAddressState } from '../../address.ts';

/** Finds accounts by a part of name, user name or organisation; the words stay in the address. */
export function AccountSearch() {
  const address = useAddressState();
  const [typed, setTyped] = useState(address.get('search') ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    address.set({ search: typed.trim() === '' ? null : typed.trim() });
  };
  return (
    <form onSubmit={submit} className="zp-row" role="search">
      <input
        className="zp-input"
        aria-label="按姓名、用户名或单位查找"
        placeholder="姓名、用户名或单位"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className="zp-button">
        查找
      </button>
    </form>
  );
}
