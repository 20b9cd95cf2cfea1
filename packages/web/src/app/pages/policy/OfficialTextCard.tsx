import { attachOfficialText, checkPolicyVersion, getOfficialText, removeOfficialText } from '@zhiping/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNote, formatInstant } from '../../../shared/index.ts';
import { keyOf, useEndpoint } from '../../call.ts';
import { useCallCommand } from '../../use-command.ts';
import { FileField } from '../../parts/files.tsx';

/** 文件原文: attached by the operator at run time, shown beside our wording on the public pages. */
export function OfficialTextCard({ pack }: { pack: string }) {
  const params = { pack };
  const text = useEndpoint(getOfficialText, { params });
  const [typed, setTyped] = useState('');
  const client = useQueryClient();
  const attach = useCallCommand(attachOfficialText, [getOfficialText]);
  const remove = useCallCommand(removeOfficialText, [getOfficialText]);
  // The check takes seconds and is not waited for.
  const recheck = () => void client.invalidateQueries({ queryKey: keyOf(checkPolicyVersion) });
  const count = text.data?.clauses.length ?? 0;
  return (
    <section className="zp-card" aria-label="文件原文">
      <h2>文件原文</h2>
      <p className="zp-muted">
        程序不带文件原文。附上后，政策库里每条旁边显示原文的句子；原文按印刷编号拆分，并与本包的编号核对。
      </p>
      {count > 0 ? (
        <div className="zp-row">
          <span>
            已附上 {count} 条{text.data?.attachedAt ? `，${formatInstant(text.data.attachedAt)}` : ''}
          </span>
          <button
            type="button"
            className="zp-button"
            disabled={remove.isPending}
            onClick={() => remove.mutate({ params }, { onSuccess: recheck })}
          >
            撤下原文
          </button>
        </div>
      ) : null}
      <FileField
        label="选一个文本文件（UTF-8）"
        accept=".txt,text/plain"
        onFile={(file) => file && void file.text().then(setTyped)}
      />
      <label className="zp-field">
        <span className="zp-field-label">或粘贴全文，每个编号另起一行</span>
        <textarea className="zp-input" rows={6} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
      <button
        type="button"
        className="zp-button"
        disabled={typed.trim() === '' || attach.isPending}
        onClick={() =>
          attach.mutate(
            { params, body: { text: typed } },
            {
              onSuccess: () => {
                setTyped('');
                recheck();
              },
            },
          )
        }
      >
        {count > 0 ? '替换原文' : '附上原文'}
      </button>
      <ErrorNote error={attach.error ?? remove.error} />
      {attach.data ? (
        <p role="status">
          拆成 {attach.data.clauses} 条；与本包的编号相比，文字不同 {attach.data.changed.length} 条，缺{' '}
          {attach.data.missingInText.length} 条，多 {attach.data.missingInLabels.length} 条。
        </p>
      ) : null}
    </section>
  );
}
