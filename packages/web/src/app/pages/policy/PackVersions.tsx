import type { listPackVersions } from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { formatInstant } from '../../../shared/index.ts';
import { KINDS } from './words.ts';

export type PackVersion = z.output<(typeof listPackVersions)['answer']>['items'][number];

/** What is worked on most comes first. */
const ORDER = ['standard', 'plan', 'questions', 'words', 'calendar'];

/** Every pack with its versions, newest first, each with what it is: in use, replaced, or waiting for approval. */
export function PackVersions({ versions }: { versions: readonly PackVersion[] }) {
  const packs = [
    ...new Set(versions.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)).map(({ pack }) => pack)),
  ];
  return (
    <ul className="zp-list zp-stack">
      {packs.map((pack) => {
        const own = versions.filter((version) => version.pack === pack);
        const inUse = own.find(({ publishedAt }) => publishedAt !== null);
        const [newest] = own;
        if (!newest) return null;
        return (
          <li key={pack}>
            <strong>{newest.name}</strong>
            <span className="zp-muted zp-apart">
              {KINDS[newest.kind]}，编号 {pack}
            </span>
            <ul className="zp-list zp-versions">
              {own.map((version) => (
                <li key={version.number}>
                  <VersionName version={version} />
                  <span className="zp-muted zp-apart">
                    {version.publishedAt === null
                      ? `草案，${formatInstant(version.importedAt)}存入，已批准 ${version.approvedBy.length} 人`
                      : `${version === inUse ? '在用' : '已被代替'}，${formatInstant(version.publishedAt)}发布`}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

/** Standards have a page of their own for checks and readings. */
function VersionName({ version }: { version: PackVersion }) {
  const name = `第 ${version.number} 版`;
  if (version.kind !== 'standard') return <span>{name}</span>;
  return (
    <Link to={`/policy/${version.pack}/${version.number}`} aria-label={`${version.name}${name}`}>
      {name}
    </Link>
  );
}
