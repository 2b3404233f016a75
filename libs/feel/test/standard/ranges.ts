/** Ranges, relations between them (DMN 1.5 table 80) and identity (§10.3.4.9). */
export const RANGES = String.raw`
[1..2] instance of range<number> ==> true
[1..2] instance of range<string> ==> false
[1..5].start ==> 1
[1..5].end included ==> true
[1..5).end included ==> false
(>1).start ==> 1
(<=1).end ==> 1
(<=1).start ==> null
(=1).start ==> 1
(=1).end ==> 1
(!=1).start ==> 1
[1..5] = [1..5] ==> true
[1..5] = [1..5) ==> false
(>1) = (1..null) ==> false
is(1, 1) ==> true
is(1, 1.0) ==> true
is(@"10:00:00Z", @"10:00:00+00:00") ==> true
is(null, null) ==> true
is(1, "1") ==> false
is([], []) ==> true
is() ==> null
is(value1: 1, value2: 1) ==> true
before(1, 10) ==> true
before(10, 1) ==> false
before(1, [1..10]) ==> false
before(1, (1..10]) ==> true
before([1..5), 5) ==> true
before([1..10], [15..20]) ==> true
before([1..10), [10..20]) ==> true
before(null, 1) ==> null
before(1) ==> null
before(point1: 1, point2: 2) ==> true
before(range1: [1..2], range2: [3..4]) ==> true
before(point: 1, range: [3..4]) ==> true
before(range: [1..2], point: 4) ==> true
after(10, 5) ==> true
after(12, [1..10]) ==> true
after([11..20], 12) ==> false
after((11..20], 11) ==> true
meets([1..5],[5..10]) ==> true
meets([1..5),[5..10]) ==> false
met by([5..10],[1..5]) ==> true
overlaps([1..5],[3..8]) ==> true
overlaps([1..5],[6..8]) ==> false
overlaps([1..5],[5..8]) ==> true
overlaps([1..5],(5..8]) ==> false
overlaps before([1..5],[3..8]) ==> true
overlaps before([1..5],[6..8]) ==> false
overlaps before([1..5],[5..8]) ==> true
overlaps before([1..5),[1..5]) ==> false
overlaps before([1..5],(1..5]) ==> true
overlaps before([1..5],(1..5)) ==> false
overlaps before([1..5],[1..5)) ==> false
overlaps before([1..5],[1..5]) ==> false
overlaps after([3..8],[1..5]) ==> true
overlaps after([1..5],[1..5]) ==> false
overlaps after((1..5],[1..5)) ==> true
overlaps after((1..5),[1..5]) ==> false
overlaps after((1..6],[1..5]) ==> true
overlaps after([1..5],[1..5)) ==> false
overlaps after((1..5],[1..6]) ==> false
finishes(10,[1..10]) ==> true
finishes(10,[1..10)) ==> false
finishes([5..10],[1..10]) ==> true
finishes([5..10),[1..10]) ==> false
finishes([5..10),[1..10)) ==> true
finishes([1..10],[1..10]) ==> true
finishes((1..10],[1..10]) ==> true
finished by([1..10],10) ==> true
finished by([1..10],[5..10]) ==> true
finished by([1..10],(1..10]) ==> true
includes([1..10],5) ==> true
includes([1..10],12) ==> false
includes([1..10],[4..6]) ==> true
includes((1..10],(1..5]) ==> true
includes([1..10],[1..10)) ==> true
includes([1..10],(1..10)) ==> true
includes((1..10),[1..10]) ==> false
during(5,[1..10]) ==> true
during([4..6],[1..10]) ==> true
starts(1,[1..10]) ==> true
starts(1,(1..10]) ==> false
starts([1..5],[1..10]) ==> true
starts((1..5],(1..10]) ==> true
starts((1..5],[1..10]) ==> false
starts([1..10],[1..10]) ==> true
starts([1..10),[1..10]) ==> true
starts((1..10),(1..10)) ==> true
started by([1..10],1) ==> true
started by([1..10],[1..5]) ==> true
started by([1..10],[1..10)) ==> true
coincides(5,5) ==> true
coincides(3,4) ==> false
coincides([1..5],[1..5]) ==> true
coincides((1..5],[1..5]) ==> false
coincides([1..5],[2..6]) ==> false
range("[1..3]") ==> "[1..3]"
range("(\"a\"..\"b\")") ==> "(\"a\"..\"b\")"
range("[1..]") ==> null
range("[..1]") ==> null
range("[null..1]") ==> null
range("[3..1]") ==> null
range(from: "[1..3]") ==> "[1..3]"
range("") ==> null
range(null) ==> null
before(point: 4, range: [1..2]) ==> false
after(range: [5..6], point: 4) ==> true
[1..3][1] ==> "[1..3]"
[1..2] instance of range<Any> ==> true
is(@"2021-07-01T12:00:00@Europe/Rome", @"2021-07-01T10:00:00Z") ==> false
is(@"2021-07-01", @"2021-07-01") ==> true
is(@"P1D", @"PT24H") ==> true
is({a: 1}, {a: 1}) ==> true
is(value1: 1) ==> false
range("[1..5]").start ==> 1
range("(1..5)").start included ==> false
range("[@\"2020-01-01\"..@\"2020-12-31\"]").end ==> "2020-12-31"
range("[\"a\"..\"c\"]").end ==> "c"
range("1..5") ==> null
range("[1..\"a\"]") ==> null
range(5) ==> null
(< 5).end ==> 5
(< 5).end included ==> false
(>= 5).start included ==> true
`;
