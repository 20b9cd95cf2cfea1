import { useState } from 'react';
import { go } from '../router.tsx';

/** The search of the policy library; the question stands in the address, so that a result can be sent to others. */
export function PolicySearchForm({ question = '', more = {} }: { question?: string; more?: Record<string, string> }) {
  const [typed, setTyped] = useState(question);
  return (
    <form
      className="zp-search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const q = typed.trim();
        if (q !== '') go(`/policy-search?${new URLSearchParams({ q, ...more }).toString()}`);
      }}
    >
      <label htmlFor="policy-question">查找条款</label>
      <div className="zp-search-line">
        <input
          id="policy-question"
          type="search"
          value={typed}
          maxLength={100}
          placeholder="如：发文章、学历不够、软著、五(四)4"
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="zp-button zp-button-main">
          查找
        </button>
      </div>
    </form>
  );
}
