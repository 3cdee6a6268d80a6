import { fsyncSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type EmscriptenOptions = Parameters<NodeFS['init']>[1];

interface NodeStream {
  nfd: number;
}

/** The part of Emscripten's file system that is changed here: NODEFS has no `fsync`, so PGlite's commits never reach the disk. */
interface WithNodeFs {
  FS: { filesystems: { NODEFS: { stream_ops: { fsync?: (stream: NodeStream) => number } } } };
}

const errnoInputOutput = 29;

/** PGlite's files in a directory, with the `fsync` that Emscripten's NODEFS lacks. */
export class DurableFilesystem extends NodeFS {
  /** How many times PostgreSQL has had a file brought to the disk. */
  fsyncCount = 0;

  override async init(pg: PGlite, options: EmscriptenOptions): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options);
    const hook = (module: unknown): void => {
      (module as WithNodeFs).FS.filesystems.NODEFS.stream_ops.fsync = (stream) => this.bringToDisk(stream);
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), hook] } };
  }

  /** 0, or the error number PostgreSQL takes for a failing disk: it then stops rather than acknowledge a lost commit. */
  protected bringToDisk(stream: NodeStream): number {
    try {
      fsyncSync(stream.nfd);
    } catch {
      return errnoInputOutput;
    }
    this.fsyncCount += 1;
    return 0;
  }
}
