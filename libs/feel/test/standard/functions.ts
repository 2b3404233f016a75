/** Functions as values, and the conversion of arguments (DMN 1.5 §10.3.2.9.4). */
export const FUNCTIONS = String.raw`
(function(a: number) a) instance of function<number> -> number ==> true
(function(a: number) "x") instance of function<number> -> Any ==> true
(function() 1) instance of function<> -> Any ==> true
(function(x) x + 1)(2) ==> 3
(function(x: number, y: number) x + y)(y: 1, x: 2) ==> 3
(function(x) x)(1, 2) ==> null
(function(x) x)() ==> null
(function(x) x)(y: 1) ==> null
(function(x: string) x)(1) ==> null
(function(x: list<string>) x)("a") ==> ["a"]
(function(x: string) x)(["a"]) ==> "a"
(function(x: string) x)(["a","b"]) ==> null
(function(x: date and time) x)(@"2020-01-01") ==> "2020-01-01T00:00:00Z"
(function(x: date) x)(@"2020-01-01T10:00:00") ==> null
(function(f: function<number> -> number) f(2))(function(x) x * 3) ==> 6
(function(f: function<number> -> number) f(2))(function(x: number) x * 3) ==> 6
(function(r: range<number>) r.start)([1..2]) ==> 1
(function(c: context<a: number>) c.a)({a: 1}) ==> 1
(function(c: context<a: number>) c.a)({a: "x"}) ==> null
(function(a: number, b: string) a) instance of function<number, string> -> Any ==> true
(function(a: number) a) instance of function<number, number> -> Any ==> false
`;
