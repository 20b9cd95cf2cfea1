import { AppError, downloadPhoto, type Photo, readPhotos } from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Empty, ErrorNote, formatDate, formatInstant, Loading, StateMark } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { FilePicker } from '../../parts/files.tsx';
import { PhotoRuleWords } from '../../parts/PhotoRuleWords.tsx';
import { fileHref } from '../../parts/FilePreview.tsx';
import { openPicture } from './crop-picture.ts';
import { PhotoCropper } from './PhotoCropper.tsx';
import './photo.css';

/** 证件照: the one that counts, what each plan says about it, a new one cut out of any picture, and those before. */
export default function PhotoPage() {
  const { data, error, refetch } = useEndpoint(readPhotos, {});
  const [picture, setPicture] = useState<HTMLImageElement | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  useEffect(() => {
    if (picture === null) return undefined;
    return () => URL.revokeObjectURL(picture.src);
  }, [picture]);
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const choose = async (file: File) => {
    setRefused(null);
    const url = URL.createObjectURL(file);
    try {
      setPicture(await openPicture(url));
    } catch {
      URL.revokeObjectURL(url);
      setRefused(new AppError('PHOTO_NOT_PICTURE'));
    }
  };
  return (
    <div className="zp-stack">
      <p>
        <Link to="/archive">业绩档案</Link> › 证件照
      </p>
      <h1>证件照</h1>
      <p className="zp-prose">
        证件照随档案保存，印在评审表等表格上，由单位和审核人员核对。换了照片，已经提交的申报仍用提交时的那一张。
      </p>
      <section className="zp-card zp-photo-now" aria-label="现在的证件照">
        {data.current === null ? (
          <Empty title="还没有证件照">请选择一张照片，在本页裁剪后上传。</Empty>
        ) : (
          <Picture photo={data.current} alt="现在的证件照" />
        )}
        <div className="zp-stack">
          <h2>各计划的要求</h2>
          {data.plans.length === 0 ? <p>现在没有要求证件照的计划。</p> : null}
          {data.plans.map((plan) => {
            const fits = data.current !== null && plan.problems.length === 0;
            return (
              <article key={plan.planId}>
                <p>
                  <StateMark state={fits ? 'met' : data.current === null ? 'missing' : 'unmet'} word={false} />{' '}
                  <strong>{plan.planName}</strong>　
                  {data.current === null
                    ? plan.required
                      ? '提交前须上传'
                      : '可以上传，也可以在表格上张贴'
                    : fits
                      ? '符合'
                      : '不符合'}
                </p>
                <PhotoRuleWords plan={plan} />
              </article>
            );
          })}
          <FilePicker
            main
            label={data.current === null ? '选择照片' : '换一张照片'}
            accept="image/jpeg,image/png,image/webp"
            onFiles={([file]) => file && void choose(file)}
          />
          <ErrorNote error={refused} />
        </div>
      </section>
      {picture === null ? null : (
        <PhotoCropper
          key={picture.src}
          picture={picture}
          plans={data.plans}
          onDone={() => setPicture(null)}
          onCancel={() => setPicture(null)}
        />
      )}
      {data.earlier.length === 0 ? null : (
        <details className="zp-card">
          <summary>以前的证件照（{data.earlier.length}）</summary>
          <div className="zp-row">
            {data.earlier.map((photo) => (
              <Picture key={photo.id} photo={photo} alt={`以前的证件照，${formatInstant(photo.uploadedAt)}上传`} />
            ))}
          </div>
        </details>
      )}
    </div>
  );
}

function Picture({ photo, alt }: { photo: Photo; alt: string }) {
  return (
    <figure className="zp-photo">
      <img src={fileHref(downloadPhoto, { photoId: photo.id })} alt={alt} />
      <figcaption className="zp-small zp-muted">
        {formatDate(photo.takenOn, true)}拍摄，{photo.width}×{photo.height} 像素，
        {Math.max(1, Math.round(photo.bytes / 1024))} KB
      </figcaption>
    </figure>
  );
}
