import type { AnswerOf, adviseRoutes, OpenPlan } from '@zhiping/contract';
import type { PlanRoute } from '@zhiping/core';

/** The routes of a level as radio buttons: what the archive says of each, and which fits. */
export function ApplicationRoutes(props: {
  advice: AnswerOf<typeof adviseRoutes>;
  plan: OpenPlan;
  value: PlanRoute;
  onChange: (route: PlanRoute) => void;
}) {
  const { advice, plan, value } = props;
  const fits = advice.routes.find(({ route }) => route === advice.fits);
  const chosen = advice.routes.find(({ route }) => route === value);
  const better = fits && fits.route !== value && chosen?.verdict === 'ineligible' ? fits : null;
  return (
    <fieldset className="zp-card zp-routes">
      <legend>申报方式</legend>
      <p className="zp-small zp-muted">按业绩档案现有内容对照标准，供参考；由评委会办公室审核。</p>
      <ul className="zp-list">
        {advice.routes.map((one) => {
          const form = plan.routes.find(({ route }) => route === one.route)?.form ?? null;
          return (
            <li key={one.route}>
              <label className="zp-check">
                <input
                  type="radio"
                  name="route"
                  value={one.route}
                  checked={value === one.route}
                  disabled={!one.open}
                  onChange={() => props.onChange(one.route)}
                />
                <span>
                  <strong>{one.name}</strong>
                  <span className="zp-muted">
                    {' '}
                    {one.words}
                    {form === null ? '' : `；另填《${form}》`}
                  </span>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
      {better === null ? null : (
        <p role="status">
          “{chosen?.name}”按档案现有内容不符合条件，“{better.name}”较合适。
        </p>
      )}
    </fieldset>
  );
}
