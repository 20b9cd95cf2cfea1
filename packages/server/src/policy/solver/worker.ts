// Runs z3 in a process of its own: it takes some 280 MB that only go away with the process. Answers each script it is sent.
import { init } from 'z3-solver';

interface Question {
  readonly id: number;
  readonly script: string;
}

const { Z3 } = await init();

async function answer({ id, script }: Question): Promise<void> {
  // A context for each script, so that none knows of another's declarations.
  const context = Z3.mk_context(Z3.mk_config());
  try {
    const output = await Z3.eval_smtlib2_string(context, script);
    process.send?.(output.startsWith('(error') ? { id, problem: output } : { id, output });
  } catch (error) {
    process.send?.({ id, problem: error instanceof Error ? error.message : String(error) });
  } finally {
    Z3.del_context(context);
  }
}

// z3 runs one script at a time.
let last = Promise.resolve();
process.on('message', (question: Question) => {
  last = last.then(() => answer(question));
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
