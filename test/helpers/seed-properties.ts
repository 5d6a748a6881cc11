import fc from 'fast-check';

/** The same examples in every run; `PROPERTY_SEED=… npm test` looks at others. */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20230210) });
