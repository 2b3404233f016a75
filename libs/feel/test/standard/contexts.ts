/** Contexts: literals, paths (DMN 1.5 §10.3.2.6) and functions (§10.3.4.10). */
export const CONTEXTS = String.raw`
get value({a: "foo"}, "a") ==> "foo"
get value({a: null}, "a") ==> null
get value(null, "a") ==> null
get value({a:1}, null) ==> null
get value({a:1}) ==> null
get value() ==> null
get value({a:1}, "b") ==> null
get value({a:{b:{c:1}}}, ["a","b","c"]) ==> 1
get value({a:1}, []) ==> null
get value({a:1}, [null]) ==> null
get value({a:1}, ["a", 1]) ==> null
get value(m:{a:1}, key:"a") ==> 1
get value(context:{a:1}, key:"a") ==> 1
get value(m:{a:1}, keys:["a"]) ==> 1
get value([], "a") ==> null
get value({a:1}, 1) ==> null
get entries({}) ==> []
get entries(null) ==> null
get entries(m:{a:1}) ==> [{"key":"a","value":1}]
context([{key:"a", value:1},{key:"b",value:2}]) ==> {"a":1,"b":2}
context([]) ==> {}
context([{key:"a", value:1},{key:"a",value:2}]) ==> null
context(null) ==> null
context([null]) ==> null
context([{key:"a", value:null}]) ==> {"a":null}
context([{key:null, value:1}]) ==> null
context([{key:"a"}]) ==> null
context([{value:"a"}]) ==> null
context([{key:"a", value:1, other: 3}]) ==> {"a":1}
context({key:"a", value:1}) ==> {"a":1}
context(entries: [{key:"a", value:1}]) ==> {"a":1}
context(entry: [{key:"a", value:1}]) ==> null
context("foo") ==> null
context() ==> null
context([{key:1, value:1}]) ==> null
context merge([{a:1},{b:2}]) ==> {"a":1,"b":2}
context merge([{a:1},{a:2}]) ==> {"a":2}
context merge([]) ==> {}
context merge(null) ==> null
context merge([null]) ==> null
context merge([{a:1}, null]) ==> null
context merge({a:1}) ==> {"a":1}
context merge(contexts:[{a:1}]) ==> {"a":1}
context merge("x") ==> null
context merge() ==> null
context put({a:1}, "b", 2) ==> {"a":1,"b":2}
context put({a:1}, "a", 2) ==> {"a":2}
context put({}, "", 2) ==> {"":2}
{foo bar: "x"} ==> {"foo bar":"x"}
{foo+bar: "x"} ==> {"foo+bar":"x"}
{foo  bar: "x"}.foo bar ==> "x"
{foo + bar: "x"}.foo+bar ==> "x"
{"foo+bar((!!],foo": "x"} ==> {"foo+bar((!!],foo":"x"}
{"": "x"} ==> {"":"x"}
{a: 1 + 2, b: 3, c: {d e: a + b}} ==> {"a":3,"b":3,"c":{"d e":6}}
{a: 1, b: 2} = {b: 2, a: 1} ==> true
{a: 1} = {a: 2} ==> false
{a:1} = null ==> false
{a:1}.b ==> null
{a:{b:1}}.a.b ==> 1
{} ==> {}
{a: 1, a: 2} ==> null
{foo: 10, ?bar: 5}.?bar ==> 5
{🐎: "bar"} ==> {"🐎":"bar"}
{"🐎": "bar"}.🐎 ==> "bar"
{if: 1} ==> {"if":1}
{in x: 1} ==> {"in x":1}
{"a": 1}."a" ==> SYNTAX
{a:1}[1] ==> {"a":1}
{a:1}[a=1] ==> [{"a":1}]
{a:1} instance of context<a: number> ==> true
{a:1,b:2} instance of context<a: number> ==> true
{a:1} instance of context<a: string> ==> false
{b:1} instance of context<a: number> ==> false
{a:null} instance of context<a: number> ==> true
{a: function(x) x * 2, b: a(3)}.b ==> 6
{fact: function(n) if n <= 1 then 1 else n * fact(n - 1), r: fact(5)}.r ==> null
{make: function(x) function(y) x + y, r: make(1)(2)}.r ==> 3
{a:1} in [{a:1}] ==> true
{a: 1}.b.c ==> null
{"a": {"b": 3}}.a.b ==> 3
{a: [1,2]}.a[1] ==> 1
{a:1}.a.b ==> null
{a: {b: 1}, c: a.b + 1}.c ==> 2
get value({a:1},"a") + 1 ==> 2
{a: 1} instance of context ==> true
context put({x: 1}, ["y", "z"], 2) ==> {"x":1,"y":{"z":2}}
context put({x: {y: 1}}, ["x", "y"], 2) ==> {"x":{"y":2}}
context put({x: 1}, ["x", "y"], 2) ==> null
context put({x: 1}, [], 2) ==> null
context put(null, "a", 1) ==> null
context put({x: 1}, null, 1) ==> null
context put(context: {x: 1}, key: "a", value: null) ==> {"x":1,"a":null}
context put(context: {x: 1}, keys: ["a", "b"], value: 1) ==> {"x":1,"a":{"b":1}}
{a: 1}["a"] ==> []
{a: 1} = {a: 1, b: null} ==> false
{} = {} ==> true
`;
