/** Literals, lists, filters, comparison, logic and arithmetic (DMN 1.5 §10.3.2). */
export const EXPRESSIONS = String.raw`
1 + /* c */ 2 // foo ==> 3
/* x */ 1 ==> 1
1 + 2 /* multi * / */ ==> 3
2**3 ==> 8
2**0 ==> 1
0**0 ==> 1
2**-1 ==> 0.5
(-2)**3 ==> -8
4**0.5 ==> 2
"a"**2 ==> null
2**null ==> null
2**"1" ==> null
null**2 ==> null
(-8)**(1/3) ==> null
10 ** 500 ==> 1e500
2 ** 3 ** 2 ==> 64
1+2*3 ==> 7
(1+2)*3 ==> 9
10/4 ==> 2.5
1/0 ==> null
0/0 ==> null
"a"+"b" ==> "ab"
"a"+1 ==> null
1+"a" ==> null
"a"-"b" ==> null
"a"*2 ==> null
true+1 ==> null
[1]+1 ==> null
null+1 ==> null
1-null ==> null
2 * @"P1Y" ==> "P2Y"
2 / @"P1D" ==> null
[1,2,3][1] ==> 1
[1,2,3][-1] ==> 3
[1,2,3][0] ==> null
[1,2,3][4] ==> null
[1,2,3][-4] ==> null
[1,2,3][item > 1] ==> [2,3]
[1,2,3][item >= 1 and item < 3] ==> [1,2]
[1,2,3][true] ==> [1,2,3]
[1,2,3][false] ==> []
[1,2,3][null] ==> []
[1,2,3]["a"] ==> []
[][1] ==> null
[][true] ==> []
null[1] ==> null
null[true] ==> []
1[1] ==> 1
1[0] ==> null
1[2] ==> null
1[-1] ==> 1
1[item > 5] ==> []
1[true] ==> [1]
1[false] ==> []
"a"[1] ==> "a"
[{x:1,y:2},{x:2,y:3}][x=1] ==> [{"x":1,"y":2}]
[{x:1,y:2},{x:null,y:3}][x<2] ==> [{"x":1,"y":2}]
[{x:1,y:2},{y:3}][x<2] ==> [{"x":1,"y":2}]
[{x:1},{x:2}].x ==> [1,2]
[{x:1},{y:2}].x ==> [1,null]
[{item:1},{item:2},{item:3}][item >= 2] ==> [{"item":2},{"item":3}]
[{item:1},{item:2},{item:3}][item.item >= 2] ==> []
[[1],[2,3]][count(item)=2] ==> [[2,3]]
[1,[2,3]][2][1] ==> 2
[1,2] = [1,2] ==> true
[1,2] = [2,1] ==> false
[1,null] = [1,null] ==> true
[] = [] ==> true
[] = null ==> false
[1] = 1 ==> null
1 = [1] ==> null
1 != null ==> true
null != null ==> false
1 = "1" ==> null
1 != "1" ==> null
true = 1 ==> null
"a" = "a" ==> true
"a" < "b" ==> true
"a" < 1 ==> null
true < false ==> null
true = true ==> true
[1] < [2] ==> null
.5 ==> 0.5
1.5e3 ==> 1500
1.5E+3 ==> 1500
1e-3 ==> 0.001
1. ==> SYNTAX
00.5 ==> 0.5
007 ==> 7
"\u0041" ==> "A"
"\U000041" ==> "A"
"a\nb" ==> "a\nb"
"\"" ==> "\""
"\'" ==> "'"
'a' ==> SYNTAX
"\\" ==> "\\"
[1,2,3].length ==> [null,null,null]
"abc".x ==> null
if true then 1 else 2 ==> 1
if false then 1 else 2 ==> 2
if null then 1 else 2 ==> 2
if 1 then 1 else 2 ==> 2
if true then 1 ==> SYNTAX
true and true ==> true
true and "x" ==> null
false and "x" ==> false
"x" and false ==> false
true or "x" ==> true
"x" or true ==> true
null or null ==> null
[1,2,3][item=2][1] ==> 2
[1,2,3][2-1] ==> 1
[1,2,3][1.5] ==> null
[1,2,3][count(item) = 1] ==> [1,2,3]
[{a:[{b:1},{b:2}]},{a:[{b:3}]}].a.b ==> [[1,2],[3]]
[{a:{b:1}},{a:{b:2}}].a.b ==> [1,2]
[[{a:1}],[{a:2}]].a ==> [[1],[2]]
1 = 1.0 ==> true
(1 + 2)[1] ==> 3
"foo"[1] ==> "foo"
"abc" matches "a" ==> SYNTAX
"a".length ==> null
1e6144 * 10 ==> null
9999999999999999999999999999999999 + 1 ==> 10000000000000000000000000000000000
1 / 3 * 3 ==> 0.9999999999999999999999999999999999
0.1 + 0.2 = 0.3 ==> true
1.10 = 1.1 ==> true
5 - -0 ==> 5
(1..5) = ]1..5[ ==> true
if 1 = 1 then "a" else "b" ==> "a"
if "a" then 1 else 2 ==> 2
if null = null then 1 else 2 ==> 1
[{a: 1}, {a: 2}][a = 3] ==> []
[{a: 1, b: 2}, {a: 2, b: 3}][a >= 1 and b > 2].a ==> [2]
[1, 2, 3, 4][item > 1][item < 4] ==> [2,3]
[1, 2, 3][-2] ==> 2
[[1, 2], [3, 4]][1][2] ==> 2
true and null ==> null
null and true ==> null
1 and true ==> null
false or null ==> null
true = null ==> false
[1, 2] = [1, "2"] ==> false
"2020-01-01" = @"2020-01-01" ==> null
[[]] = [[]] ==> true
`;
