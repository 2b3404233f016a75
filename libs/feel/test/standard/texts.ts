/** Functions over strings (DMN 1.5 table 75). */
export const TEXTS = String.raw`
split("John Doe", "\\s") ==> ["John","Doe"]
split("a;b;c;;", ";") ==> ["a","b","c","",""]
split("John Doe", "\s") ==> ["John","Doe"]
split(null, "x") ==> null
split("x", null) ==> null
split("a,b", ",", "x") ==> null
split(string:"a,b", delimiter:",") ==> ["a","b"]
split("a1b2", "[0-9]") ==> ["a","b",""]
split("", ",") ==> [""]
split("foo", "") ==> ["foo"]
string length("foo") ==> 3
string length("🐎ab") ==> 3
string length("") ==> 0
string length(null) ==> null
string length(string: "foo") ==> 3
string length(123) ==> null
string length() ==> null
string length("\U01F40Eab") ==> 3
string length("\u0009") ==> 1
lower case("ABC") ==> "abc"
lower case(null) ==> null
lower case(string:"ABC") ==> "abc"
lower case("Aranexample") ==> "aranexample"
substring after("foobar", "ob") ==> "ar"
substring after("", "a") ==> ""
substring after("foo", "") ==> "foo"
substring after(null,"a") ==> null
substring after("a",null) ==> null
substring after(string:"foobar", match:"o") ==> "obar"
substring before("foobar", "bar") ==> "foo"
substring before("foobar", "") ==> ""
contains("foobar", "of") ==> false
contains("foobar", "") ==> true
contains("", "") ==> true
contains(null, "a") ==> null
contains(string:"a", match:"a") ==> true
contains("\U01F40Eab", "\U01F40E") ==> true
starts with("foobar","fo") ==> true
starts with(null,"fo") ==> null
ends with("foobar","r") ==> true
ends with(string:"a", match:"a") ==> true
string join(["a","b"],",") ==> "a,b"
replace("abc", "b", "x") ==> "axc"
replace("abc", "B", "x", "i") ==> "axc"
replace("abracadabra", "bra", "*") ==> "a*cada*"
replace("abracadabra", "a.*?a", "*") ==> "*c*bra"
replace("AAAA", "A+", "b") ==> "b"
replace("darted", "^(.*?)d(.*)$", "$1c$2") ==> "carted"
replace(null, "b", "x") ==> null
replace("abc", "b", null) ==> null
replace("abc", "b", "x", null) ==> "axc"
replace("a", "(", "x") ==> null
matches("a", "(") ==> null
matches("abc", "b", null) ==> true
matches("\n", "\s") ==> true
matches(input:"abc", pattern:"b", flags:"i") ==> true
matches("hello\nworld", "hello.*world", "s") ==> true
matches("helloworld", "hello world", "x") ==> true
matches("a", "a", "xx") ==> true
matches("aA", "A", "smix") ==> true
string join(["a","b"]) ==> "ab"
string join(["a"],"x") ==> "a"
string join([],"x") ==> ""
string join(null,"x") ==> null
string join(["a",1]) ==> null
string join("a") ==> "a"
string join(["a","b"],null) ==> "ab"
string join(list:["a","b"], delimiter:"-") ==> "a-b"
string join(["a","b"],"-","<",">") ==> "<a-b>"
substring("foobar", 3) ==> "obar"
substring("foobar", -2, 1) ==> "a"
substring("foobar", 0) ==> null
substring("foobar", 3, 0) ==> null
substring("foobar", 10) ==> ""
substring("foobar", -10) ==> "foobar"
substring("foobar", 3.8) ==> "obar"
substring("foobar", 1, null) ==> "foobar"
substring("foobar", start position: 3) ==> SYNTAX
upper case(["a"]) ==> "A"
contains(["foobar"], "of") ==> false
matches("AbC", "abc", "i") ==> true
matches("a\nb", "^b", "m") ==> true
matches("a\nb", "^b") ==> false
matches("foobar", "^fo*b") ==> true
matches("a", "[", "") ==> null
matches("a", "a", "z") ==> null
matches("\U01F40E", "^.$") ==> true
replace("a b c", " ", "") ==> "abc"
replace("a.b", ".", "x") ==> "xxx"
replace("a.b", "\\.", "x") ==> "axb"
replace("abc", "(b)", "[$1]") ==> "a[b]c"
replace("abc", "b", "$2") ==> "ac"
replace("abc", "b", "\\$") ==> "a$c"
substring("\U01F40Eab", 2) ==> "ab"
substring("ab\U01F40E", -1) ==> "🐎"
string join(["a", null, "b"], "-") ==> "a-b"
string join([null]) ==> ""
`;
