/** `instance of` (DMN 1.5 §10.3.2.9.3). */
export const TYPES = String.raw`
1 instance of number ==> true
1 instance of string ==> false
null instance of number ==> false
null instance of Null ==> true
null instance of Any ==> false
1 instance of Any ==> true
[1] instance of list<number> ==> true
[1,"a"] instance of list<number> ==> false
[1,null] instance of list<number> ==> true
[] instance of list<number> ==> true
[1] instance of list ==> true
true instance of boolean ==> true
1 instance of foo ==> SYNTAX
[1,2,3] instance of list<Any> ==> true
`;
