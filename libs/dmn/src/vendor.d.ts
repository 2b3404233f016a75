declare module 'saxen' {
  export interface ParseContext {
    /** Both count from 0. */
    readonly line: number;
    readonly column: number;
  }

  export class Parser {
    on(
      event: 'openTag',
      listener: (
        name: string,
        attributes: () => Record<string, string> | boolean,
        decode: (text: string) => string,
        selfClosing: boolean,
        context: () => ParseContext,
      ) => void,
    ): this;
    on(event: 'closeTag', listener: (name: string) => void): this;
    on(event: 'text', listener: (text: string, decode: (text: string) => string) => void): this;
    on(event: 'cdata', listener: (text: string) => void): this;
    on(event: 'error' | 'warn', listener: (error: Error, context: () => ParseContext) => void): this;
    parse(xml: string): Error | undefined;
  }
}
