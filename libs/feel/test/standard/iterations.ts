/** `for`, `some` and `every` (DMN 1.5 §10.3.2.14). */
export const ITERATIONS = String.raw`
for i in 0..4 return i ==> [0,1,2,3,4]
for i in 4..0 return i ==> [4,3,2,1,0]
for i in -1..1 return i ==> [-1,0,1]
for i in 1..1 return i ==> [1]
for i in [1,2], j in [i..3] return j ==> [1,2,3,2,3]
for i in 1..null return i ==> null
for i in null..1 return i ==> null
for i in null return i ==> null
for i in 5 return i ==> [5]
for i in {a:1} return i.a ==> [1]
for i in "a".."c" return i ==> null
for i in 1.5..3 return i ==> null
for i in @"1980-01-01"..@"1980-01-03" return i ==> ["1980-01-01","1980-01-02","1980-01-03"]
for i in @"1980-01-03"..@"1980-01-01" return i ==> ["1980-01-03","1980-01-02","1980-01-01"]
for i in [1..3] return i ==> [1,2,3]
for i in (1..3) return i ==> [2]
for i in (1..3] return i ==> [2,3]
for i in [@"1980-01-01"..@"1980-01-03") return i ==> ["1980-01-01","1980-01-02"]
for i in @"1980-01-01T00:00:00"..@"1980-01-03T00:00:00" return i ==> null
for i in @"10:00:00"..@"11:00:00" return i ==> null
for i in @"1980-01-01"..3 return i ==> null
for i in [] return i ==> []
for i in [[1,2],[3]] return i ==> [[1,2],[3]]
for i in [1,2] return for j in [3,4] return i*j ==> [[3,4],[6,8]]
for i in 0..4 return if i = 0 then 1 else i * partial[-1] ==> [1,1,2,6,24]
for i in (>5) return i ==> null
for i in 1..2, j in 1..2 return count(partial) ==> [0,1,2,3]
some i in [1,2,3] satisfies i = 2 ==> true
some i in [] satisfies i = 2 ==> false
some i in null satisfies i = 2 ==> null
every i in [] satisfies i = 2 ==> true
every i in null satisfies i = 2 ==> null
some i in [1,null] satisfies i > 0 ==> true
every i in [1,null] satisfies i > 0 ==> null
some i in 1..3 satisfies i > 2 ==> true
some i in 5 satisfies i > 2 ==> true
some i in [1,2] satisfies "x" ==> null
every i in [1,2] satisfies null ==> null
some x in [1,2], y in [2,3] satisfies x = y ==> true
for x in [1,2,3] return x + 1 ==> [2,3,4]
some x in [{a:1}] satisfies x.a = 1 ==> true
some x in [1, 2], y in [x] satisfies y = 2 ==> true
every x in [1, 2], y in [x] satisfies y = x ==> true
every x in [1, "a"] satisfies x > 0 ==> null
for x in 1..3, y in 1..x return x * y ==> [1,2,4,3,6,9]
for x in [[1, 2], [3]], y in x return y ==> [1,2,3]
for x in 1..3 return sum(partial) + x ==> [null,null,null]
`;
