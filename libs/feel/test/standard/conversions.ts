/** `string` and `number` (DMN 1.5 table 75). */
export const CONVERSIONS = String.raw`
string(date and time("2020-01-01T10:00:00@Europe/Paris")) ==> "2020-01-01T10:00:00@Europe/Paris"
string(date and time("2020-01-01T10:00:00@Etc/UTC")) ==> "2020-01-01T10:00:00@Etc/UTC"
string(1.10) ==> "1.1"
string(1) ==> "1"
string(null) ==> null
string("a") ==> "a"
string(true) ==> "true"
string(@"2020-01-01") ==> "2020-01-01"
string(["a",1,null]) ==> "[\"a\", 1, null]"
string({a: "x"}) ==> "{a: \"x\"}"
string({"a b": "x"}) ==> "{a b: \"x\"}"
string([1..2]) ==> "[1..2]"
string([]) ==> "[]"
string() ==> null
string(1,2) ==> null
string(from: 1) ==> "1"
string(1e21) ==> "1000000000000000000000"
string(0.00000001) ==> "0.00000001"
string(123456789012345678901234567890) ==> "123456789012345678901234567890"
number("1.5") ==> 1.5
number("1,000.5", ",", ".") ==> 1000.5
number("1 000,5", " ", ",") ==> 1000.5
number("1", ".", ".") ==> null
number(null) ==> null
number("1", null, null) ==> 1
number("1",",") ==> 1
number(from:"1", grouping separator: ",", decimal separator: ".") ==> 1
number(1) ==> null
number("NaN") ==> null
number("Infinity") ==> null
number("1e3") ==> 1000
number("+1") ==> null
number("") ==> null
number("-0") ==> 0
number("1", " ") ==> 1
number("1.234,56", ".", ",") ==> 1234.56
number("1,234.56", ",", ".") ==> 1234.56
number("1 234", "x", ".") ==> null
number("1,234.56", ",", "x") ==> null
number("12.34.56") ==> null
number(from:"1", group: ",") ==> null
string(time("10:00:00.10")) ==> "10:00:00.1"
string(@"10:00:00+00:00") ==> "10:00:00Z"
string(duration("P1DT24H")) ==> "P2D"
string(duration("-PT0S")) ==> "PT0S"
string(duration("P0Y")) ==> "P0M"
string(duration("PT1000000H")) ==> "P41666DT16H"
`;
