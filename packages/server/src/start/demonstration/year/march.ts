/** What one case does over the days: it waits by yielding the date on which it goes on. */
export type Story = AsyncGenerator<string, void>;

export interface March {
  /** Moves business time to the morning of a date. */
  readonly moveTo: (date: string) => Promise<void>;
  /** Nothing is done after this date. */
  readonly until: string;
  /** How many stories go on at once. */
  readonly width: number;
  readonly onDay?: (date: string, stories: number) => void;
}

/** Lets all stories go on day by day until none waits for a day before the end, then moves time to the end. */
export async function march(stories: readonly Story[], { moveTo, until, width, onDay }: March): Promise<void> {
  const waiting = new Map<string, Story[]>();
  const wait = (date: string, story: Story): void => {
    const there = waiting.get(date);
    if (there === undefined) waiting.set(date, [story]);
    else there.push(story);
  };
  const goOn = async (story: Story, today: string): Promise<void> => {
    const { done, value } = await story.next();
    if (done === true) return;
    if (value <= today) throw new Error(`a story waits for ${value} on ${today}`);
    wait(value, story);
  };
  await each(stories, width, (story) => goOn(story, ''));
  for (;;) {
    const [today] = [...waiting.keys()].filter((date) => date <= until).toSorted();
    if (today === undefined) break;
    const due = waiting.get(today) ?? [];
    waiting.delete(today);
    await moveTo(today);
    await each(due, width, (story) => goOn(story, today));
    onDay?.(today, due.length);
  }
  await moveTo(until);
}

/** Does `work` for every item, so many at once, in their order. */
async function each<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
}

/** The next day from Monday to Friday; the closing days of the calendar do no harm here. */
export function workdayAfter(date: string, days = 1): string {
  let at = Date.parse(date);
  for (let left = days; left > 0; ) {
    at += 86_400_000;
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(at).toISOString().slice(0, 10);
}
