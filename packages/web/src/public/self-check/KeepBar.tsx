import { useRef, useState } from 'react';
import type { Draft } from './draft.ts';
import { loadDossier, saveDossier } from './dossier-file.ts';
import { eraseState } from './storage.ts';

/** Where the answers live: this page, by choice this browser, by choice a file. Never the server. */
export function KeepBar(props: {
  draft: Draft;
  keeping: boolean;
  refused: boolean;
  onKeeping: (on: boolean) => void;
  onLoad: (draft: Draft) => void;
  onErase: () => void;
}) {
  const file = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const load = (chosen: File) => {
    loadDossier(chosen).then(
      (answer) => {
        if ('problems' in answer) {
          setSaid(null);
          setProblems(answer.problems);
        } else {
          props.onLoad(answer.draft);
          setProblems([]);
          setSaid(`已载入 ${chosen.name}`);
        }
      },
      () => setProblems(['文件读取失败，请重新选择']),
    );
  };
  return (
    <section className="zp-keep" aria-label="保存与载入">
      <p className="zp-small zp-muted">您填的内容只在本页计算，不会发送给任何人。</p>
      <label className="zp-check">
        <input type="checkbox" checked={props.keeping} onChange={(event) => props.onKeeping(event.target.checked)} />
        <span>在这台设备的浏览器里保存草稿</span>
      </label>
      {props.refused ? <p className="zp-field-problem">浏览器不允许保存，请改用文件保存。</p> : null}
      <div className="zp-row">
        <button type="button" className="zp-link" onClick={() => saveDossier(props.draft)}>
          存为文件
        </button>
        <button type="button" className="zp-link" onClick={() => file.current?.click()}>
          载入文件
        </button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label="申报材料数据文件"
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            if (chosen) load(chosen);
            event.target.value = '';
          }}
        />
        <button
          type="button"
          className="zp-link"
          onClick={() => {
            eraseState();
            props.onErase();
            setProblems([]);
            setSaid('已清除，本机不再保留');
          }}
        >
          清除全部
        </button>
      </div>
      <p role="status" className="zp-small">
        {said}
      </p>
      {problems.length > 0 ? (
        <div className="zp-error" role="alert">
          <p className="zp-error-head">没有载入：文件有 {problems.length} 处问题</p>
          <ul>
            {problems.slice(0, 10).map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
          <p>已填的内容没有变动。</p>
        </div>
      ) : null}
    </section>
  );
}
