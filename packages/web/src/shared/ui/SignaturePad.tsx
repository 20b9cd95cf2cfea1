import { type PointerEvent, useRef, useState } from 'react';
import './signature-pad.css';

/** A field to sign in by finger, pen or mouse; `onChange` gets the picture, or null when it was wiped. */
export function SignaturePad({ onChange }: { onChange: (picture: Blob | null) => void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<{ x: number; y: number } | null>(null);
  const [drawn, setDrawn] = useState(false);
  const at = (event: PointerEvent<HTMLCanvasElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    return {
      x: ((event.clientX - left) * event.currentTarget.width) / width,
      y: ((event.clientY - top) * event.currentTarget.height) / height,
    };
  };
  const stroke = (event: PointerEvent<HTMLCanvasElement>) => {
    const paper = canvas.current?.getContext('2d');
    const from = last.current;
    if (!paper || from === null) return;
    const to = at(event);
    paper.lineWidth = 5;
    paper.lineCap = 'round';
    paper.beginPath();
    paper.moveTo(from.x, from.y);
    paper.lineTo(to.x, to.y);
    paper.stroke();
    last.current = to;
    setDrawn(true);
  };
  const lift = () => {
    if (last.current === null) return;
    last.current = null;
    canvas.current?.toBlob(onChange, 'image/png');
  };
  const wipe = () => {
    const paper = canvas.current;
    paper?.getContext('2d')?.clearRect(0, 0, paper.width, paper.height);
    setDrawn(false);
    onChange(null);
  };
  return (
    <div className="zp-signature">
      <canvas
        ref={canvas}
        width={800}
        height={320}
        role="img"
        aria-label={drawn ? '签名框，已签名' : '签名框，请在框内手写签名'}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          last.current = at(event);
          stroke(event);
        }}
        onPointerMove={stroke}
        onPointerUp={lift}
        onPointerCancel={lift}
      />
      <button type="button" className="zp-button" onClick={wipe} disabled={!drawn}>
        擦去重签
      </button>
    </div>
  );
}
