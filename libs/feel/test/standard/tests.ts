/** `in`, `between` and negation (DMN 1.5 tables 50, 51 and 55). */
export const TESTS = String.raw`
1 between 0 and 2 ==> true
1 between 1 and 1 ==> true
1 between 2 and 3 ==> false
1 between null and 3 ==> null
1 between 2 and null ==> false
1 between null and 0 ==> false
null between 0 and 1 ==> null
"b" between "a" and "c" ==> true
"1" between 0 and 2 ==> null
5 in [1..5] ==> true
5 in (1,5) ==> true
5 in > 3 ==> true
5 in (> 3, < 1) ==> true
5 in [1,5] ==> true
5 in 5 ==> true
5 in "a" ==> null
null in null ==> true
5 in null ==> false
null in [1,null] ==> true
null in [1..5] ==> null
5 in ([1..3],[4..6]) ==> true
[1,2] in [[1,2],[3]] ==> true
[1] in [[1,2]] ==> false
5 in [[1..3],[4..6]] ==> true
"a" in ["a".."c"] ==> true
5 in (not(5)) ==> false
5 in -5 ==> false
5 in (=5) ==> true
5 in (!=5) ==> false
not(true) ==> false
not(null) ==> null
not("x") ==> null
not(1) ==> null
not() ==> null
not(negand: true) ==> false
1 in (1, 2) ==> true
not(1 in (2,3)) ==> true
3 between 1 and 2 or true ==> true
5 in ]4..5] ==> true
4 in ]4..5] ==> false
1 in [2..1] ==> false
"x" in ("x", "y") ==> true
5 in (< 3) ==> false
[1, 2, 3] in [[1, 2, 3]] ==> true
1 in [] ==> false
null in [] ==> false
"a" in null ==> false
not(null = 1) ==> true
`;
