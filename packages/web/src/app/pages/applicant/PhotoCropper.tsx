import { type Photos, readPhotos, replacePhoto } from '@zhiping/contract';
import { photoOutput, photoProblems, type PhotoRule } from '@zhiping/core';
import { useEffect, useMemo, useState } from 'react';
import Cropper from 'react-easy-crop';
import 'react-easy-crop/react-easy-crop.css';
import { ErrorNote, StateMark } from '../../../shared/index.ts';
import { call, keyOf } from '../../call.ts';
import { Field } from '../../parts/Field.tsx';
import { useCommand } from '../../use-command.ts';
import { useToday } from '../../parts/use-today.ts';
import { type CropArea, cutPhoto, type CutPhoto } from './crop-picture.ts';

const STEP = 8;
const CENTRE = { x: 0, y: 0 };

/**
 * Cuts the photo out of a picture: dragged, zoomed and turned by hand, wheel or two fingers, by keyboard with the arrow keys
 * and the sliders. What would be sent is shown with what every plan says about it.
 */
export function PhotoCropper(props: {
  picture: HTMLImageElement;
  plans: Photos['plans'];
  onDone: () => void;
  onCancel: () => void;
}) {
  const { picture, plans, onDone, onCancel } = props;
  const today = useToday();
  const rules = useMemo(() => plans.map(({ rule }) => rule as unknown as PhotoRule), [plans]);
  const seen = [...new Set(rules.flatMap((rule) => rule.seen))];
  const output = useMemo(() => photoOutput(rules), [rules]);
  const [crop, setCrop] = useState(CENTRE);
  const [zoom, setZoom] = useState(1);
  const [degrees, setDegrees] = useState(0);
  const [area, setArea] = useState<CropArea | null>(null);
  const [takenOn, setTakenOn] = useState('');
  const [agreed, setAgreed] = useState<readonly string[]>([]);
  const cut = useCut(picture, area, degrees, output, rules);
  const send = useCommand((file: File) => call(replacePhoto, { body: { takenOn } }, { file }), [keyOf(readPhotos)]);
  const turn = (by: number) => setDegrees((before) => ((((before + by + 180) % 360) + 360) % 360) - 180);
  const reset = () => {
    setCrop(CENTRE);
    setZoom(1);
    setDegrees(0);
  };
  const facts = cut.photo === null ? null : { ...cut.photo.facts, takenOn: takenOn || today };

  return (
    <section className="zp-card zp-stack" aria-label="裁剪">
      <h2>裁剪</h2>
      <p>拖动照片，使头和肩在框内；用滑块放大、转动。用键盘时，先按 Tab 键到照片上，再按方向键移动。</p>
      <div className="zp-crop">
        <div className="zp-crop-stage">
          <Cropper
            image={picture.src}
            crop={crop}
            zoom={zoom}
            rotation={degrees}
            aspect={output.width / output.height}
            minZoom={1}
            maxZoom={6}
            keyboardStep={STEP}
            disableAutomaticStylesInjection
            onCropChange={setCrop}
            onZoomChange={setZoom}
            onRotationChange={setDegrees}
            onCropComplete={(_part, pixels) => setArea(pixels)}
            mediaProps={{ alt: '要裁剪的照片' }}
            cropperProps={{ 'aria-label': '照片取景框，按方向键移动' }}
          />
        </div>
        <div className="zp-stack">
          <label className="zp-field">
            <span className="zp-field-label">放大</span>
            <input
              type="range"
              min={1}
              max={6}
              step={0.02}
              value={zoom}
              onChange={(event) => setZoom(Number(event.target.value))}
            />
          </label>
          <label className="zp-field">
            <span className="zp-field-label">转动（{Math.round(degrees)}°）</span>
            <input
              type="range"
              min={-180}
              max={180}
              step={1}
              value={degrees}
              onChange={(event) => setDegrees(Number(event.target.value))}
            />
          </label>
          <div className="zp-row">
            <button type="button" className="zp-button" onClick={() => turn(-90)}>
              向左转
            </button>
            <button type="button" className="zp-button" onClick={() => turn(90)}>
              向右转
            </button>
            <button type="button" className="zp-button" onClick={reset}>
              重新来
            </button>
          </div>
          {cut.url === null ? null : (
            <figure className="zp-photo-cut">
              <img
                src={cut.url}
                alt="裁剪后的证件照"
                width={105}
                height={Math.round((105 * output.height) / output.width)}
              />
              <figcaption className="zp-small zp-muted">
                {output.width}×{output.height} 像素，
                {cut.photo === null ? '' : Math.max(1, Math.round(cut.photo.file.size / 1024))} KB
              </figcaption>
            </figure>
          )}
        </div>
      </div>
      <Field
        label="拍摄日期"
        type="date"
        value={takenOn}
        onChange={setTakenOn}
        help="不记得哪一天的，填写最接近的日期。"
      />
      {facts === null ? null : (
        <ul className="zp-list" aria-label="各计划的要求">
          {plans.map((plan, at) => {
            const rule = rules[at];
            const problems = rule === undefined ? [] : photoProblems(rule, facts, today);
            return (
              <li key={plan.planId}>
                <StateMark state={problems.length === 0 ? 'met' : 'unmet'} word={false} />{' '}
                <span className="zp-hidden">{problems.length === 0 ? '符合：' : '不符合：'}</span>
                {plan.planName}
                {problems.map(({ words }) => (
                  <p key={words} className="zp-small zp-reason">
                    {words}
                  </p>
                ))}
              </li>
            );
          })}
        </ul>
      )}
      {seen.length === 0 ? null : (
        <fieldset className="zp-fieldset">
          <legend>请您自己核对（由审核人员再看）</legend>
          {seen.map((one) => (
            <label key={one} className="zp-check">
              <input
                type="checkbox"
                checked={agreed.includes(one)}
                onChange={(event) =>
                  setAgreed(event.target.checked ? [...agreed, one] : agreed.filter((other) => other !== one))
                }
              />
              <span>{one}</span>
            </label>
          ))}
        </fieldset>
      )}
      <ErrorNote error={cut.error ?? send.error} />
      <div className="zp-row">
        <button
          type="button"
          className="zp-button zp-button-main"
          disabled={cut.photo === null || takenOn === '' || agreed.length < seen.length || send.isPending}
          onClick={() => cut.photo && send.mutate(cut.photo.file, { onSuccess: onDone })}
        >
          用这张照片
        </button>
        <button type="button" className="zp-button" onClick={onCancel}>
          不用了
        </button>
        {takenOn === '' || agreed.length < seen.length ? (
          <span className="zp-small zp-muted">请填写拍摄日期，并逐条核对。</span>
        ) : null}
      </div>
    </section>
  );
}

interface Cut {
  readonly photo: CutPhoto | null;
  readonly url: string | null;
  readonly error: unknown;
}

/** The photo as it stands in the frame, made anew when the frame has come to rest. */
function useCut(
  picture: HTMLImageElement,
  area: CropArea | null,
  degrees: number,
  output: { readonly width: number; readonly height: number },
  rules: readonly PhotoRule[],
): Cut {
  const [cut, setCut] = useState<Cut>({ photo: null, url: null, error: null });
  useEffect(() => {
    if (area === null) return;
    let gone = false;
    let made: string | null = null;
    cutPhoto(picture, area, degrees, output, rules).then(
      (photo) => {
        if (gone) return;
        made = URL.createObjectURL(photo.file);
        setCut({ photo, url: made, error: null });
      },
      (error: unknown) => {
        if (!gone) setCut({ photo: null, url: null, error });
      },
    );
    return () => {
      gone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [picture, area, degrees, output, rules]);
  return cut;
}
