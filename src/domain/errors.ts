/**
 * A failure that was to be expected: its message is a whole sentence for the person at the keyboard,
 * saying what happened, to what, and what to do. Everything else that is thrown is a bug and shows its stack.
 */
export class BaowenError extends Error {
  override name = 'BaowenError';
  /** The process's exit code when nobody handles it. */
  readonly exitCode: number = 1;
}

/** A command, option or argument that does not exist or does not fit. */
export class UsageError extends BaowenError {
  override name = 'UsageError';
  override readonly exitCode = 2;
}

/** A setting in .env or the environment with a value that it may not hold. */
export class ConfigError extends BaowenError {
  override name = 'ConfigError';
}

/** An input file or line that cannot be taken in. */
export class InputError extends BaowenError {
  override name = 'InputError';
}

/** The data folder cannot be read or written, or is damaged beyond what can be rebuilt. */
export class StoreError extends BaowenError {
  override name = 'StoreError';
}

/** Another process is writing to the archive. */
export class ArchiveBusyError extends StoreError {
  override name = 'ArchiveBusyError';
  /** Which process writes, and since when (YYYY-MM-DD HH:MM:SS in China); null where it cannot be told. */
  readonly holder: { pid: number; since: string } | null;

  constructor(message: string, options: ErrorOptions & { holder?: ArchiveBusyError['holder'] } = {}) {
    super(message, options);
    this.holder = options.holder ?? null;
  }
}

/** The archive's vectors were made by another embedding model. */
export class EmbeddingMismatchError extends StoreError {
  override name = 'EmbeddingMismatchError';
}

/** The embedding model or its endpoint cannot be used. */
export class EmbeddingError extends BaowenError {
  override name = 'EmbeddingError';
}

/** The language model's endpoint refused, failed or took too long. */
export class ChatModelError extends BaowenError {
  override name = 'ChatModelError';
}

/** Telegram refused the bot (a wrong token, for example). */
export class TelegramError extends BaowenError {
  override name = 'TelegramError';
}
