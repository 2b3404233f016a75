/**
 * Values of variables are JSON text, kept to the letter: 1.10 stays 1.10, and integers beyond 2⁵³ keep
 * every digit. The engine cuts such text and puts it together; it never turns a number into a double.
 */
declare const jsonText: unique symbol;
/** The exact JSON source of one value; always well-formed, because every entrance checks it. */
export type JsonText = string & { readonly [jsonText]: true };
/** Named values as they come from a caller, a worker or a message. */
export type Values = Readonly<Record<string, JsonText>>;
