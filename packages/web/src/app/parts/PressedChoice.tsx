/** A few ways to see one list, as buttons of which one is pressed. */
export function PressedChoice<V extends string>({
  options,
  value,
  onChange,
}: {
  options: readonly (readonly [value: V, label: string])[];
  value: V;
  onChange: (value: V) => void;
}) {
  return options.map(([one, label]) => (
    <button
      key={one}
      type="button"
      className={value === one ? 'zp-button zp-button-main' : 'zp-button'}
      aria-pressed={value === one}
      onClick={() => onChange(one)}
    >
      {label}
    </button>
  ));
}
