import { DESKTOP, expect, expectAccessible, expectFits, PHONE, shot, test } from '../support/test.ts';

test('the library lists the documents by province and opens one at a level', async ({ page }) => {
  await page.goto('/policies');
  const province = page.getByRole('region', { name: '辽宁省' });
  await expect(province.getByText('辽人社职〔2024〕36号')).toBeVisible();
  await expect(province.getByText('现行有效').first()).toBeVisible();
  await expectAccessible(page);
  await shot(page, 'library');
  await page.setViewportSize(PHONE);
  await expectFits(page);
  await shot(page, 'library-phone');
  await province.getByRole('link', { name: '高级工程师', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 2, name: /^高级工程师/ })).toBeVisible();
  await expect(page.getByText('五(四)4(7)').first()).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await shot(page, 'library-document-phone');
  await page.getByRole('navigation', { name: '层级' }).getByRole('link', { name: '工程师', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: /^工程师/ })).toBeVisible();
});

test('a clause is found by the words people use, and opens in its place', async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await page.goto('/policies');
  await page.getByLabel('查找条款').fill('发文章');
  await page.getByLabel('查找条款').press('Enter');
  const results = page.getByRole('region', { name: '查找结果' });
  await expect(results.locator('mark', { hasText: '论文' }).first()).toBeVisible();
  await page.getByLabel('层级').selectOption('senior');
  await expect(page).toHaveURL(/level=senior/);
  await expectAccessible(page);
  await shot(page, 'policy-search');
  await results
    .getByRole('link', { name: /^五\(四\)4\(7\)/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/policies\/ln-sec-2024\/clauses\/senior-4-7$/);
  const clause = page.locator('[data-clause="senior-4-7"]');
  await expect(clause).toBeFocused();
  await expect(clause).toBeInViewport();
  await expectAccessible(page);
});

test('a printed label is an address too, and what no document has is said so', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto(`/policies/ln-sec-2024/clauses/${encodeURIComponent('五(三)4(7)')}`);
  await expect(page.locator('[data-label="五(三)4(7)"]').first()).toBeInViewport();
  await page.goto('/policies/ln-sec-2024/clauses/reading-items-not-share');
  await expect(page.locator('[data-clause="reading-items-not-share"]')).toBeInViewport();
  await page.goto('/policy-search?q=魑魅魍魉');
  await expect(page.getByText('没有找到“魑魅魍魉”')).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await shot(page, 'policy-search-nothing-phone');
});

test('two routes stand side by side, and one sees which asks for more', async ({ page }) => {
  await page.goto('/policy-compare');
  await page.getByLabel('左边', { exact: true }).selectOption('ln-sec-2024');
  await page.getByLabel('右边', { exact: true }).selectOption('ln-cyb-2024');
  await page.getByLabel('层级').selectOption('senior');
  const years = page.getByRole('region', { name: '学历与年限' });
  await expect(years.getByRole('row').nth(1)).toContainText(/满 \d+ 年|没有这一学历的途径/);
  await expect(page.getByRole('figure')).toContainText('处');
  await expectAccessible(page);
  await shot(page, 'policy-compare');
  await page.setViewportSize(PHONE);
  await expectFits(page);
  await shot(page, 'policy-compare-phone');
});

test('where one works and what one does lead to the standard, with the reason', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto('/self-check');
  await page.getByRole('group', { name: '您在哪里工作？' }).getByRole('radio', { name: '辽宁省' }).check();
  await page
    .getByRole('group', { name: '您做什么工作？' })
    .getByRole('radio', { name: /安防设计与集成/ })
    .check();
  const offer = page.getByRole('region', { name: '适用的标准' });
  await expect(offer).toContainText('辽宁省工程系列安防工程专业职称评审标准');
  await expect(offer).toContainText('适用范围');
  await expectAccessible(page);
  await expectFits(page);
  await shot(page, 'self-check-start-phone');
  await offer.getByRole('button', { name: '按这个标准开始自测' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '工作单位与岗位' })).toBeVisible();
  await expect(page.getByRole('group', { name: '工作所在地区' }).getByRole('radio', { name: '辽宁省' })).toBeChecked();
});

test('elsewhere, what is there can be tried all the same', async ({ page }) => {
  await page.goto('/self-check');
  await page.getByRole('radio', { name: '其他地区' }).check();
  await expect(page.getByText('结果只供参考，以当地文件为准')).toBeVisible();
  await page.getByRole('link', { name: '辽宁省工程系列安防工程专业职称评审标准' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '工作单位与岗位' })).toBeVisible();
});
