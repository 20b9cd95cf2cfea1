import { type FormEvent, useState } from 'react';
import { useAddressState } from '../address.ts';
import './form.css';

/** Looks something up by words that stay in the address as `search`. */
export function SearchField({ label, placeholder }: { label: string; placeholder: string }) {
  const address = useAddressState();
  const [typed, setTyped] = useState(address.get('search') ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    address.set({ search: typed.trim() === '' ? null : typed.trim() });
  };
  return (
    <form onSubmit={submit} className="zp-search" role="search">
      <input
        className="zp-input"
        aria-label={label}
        placeholder={placeholder}
        maxLength={60}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className="zp-button">
        查找
      </button>
    </form>
  );
}
