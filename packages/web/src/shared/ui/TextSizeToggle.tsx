import { setTextSize, useTextSize } from '../theme/text-size.ts';

export function TextSizeToggle() {
  const large = useTextSize() === 'large';
  return (
    <button
      type="button"
      className="zp-textsize"
      aria-pressed={large}
      onClick={() => setTextSize(large ? 'normal' : 'large')}
    >
      {large ? '标准字号' : '大字版'}
    </button>
  );
}
