/** Functions over lists of numbers and of conditions (DMN 1.5 table 77). */
export const STATISTICS = String.raw`
median([1,2,3]) ==> 2
median(8, 2, 5, 3, 4) ==> 4
median([6,1,2,3]) ==> 2.5
median([]) ==> null
median() ==> null
median(null) ==> null
median([1,null]) ==> null
median(list: [1,2]) ==> 1.5
stddev(2,4,7,5) ==> 2.081665999466132735282297706979931
stddev([47]) ==> null
stddev([]) ==> null
stddev() ==> null
stddev(null) ==> null
stddev([2,"a"]) ==> null
stddev(list: [1,3]) ==> 1.414213562373095048801688724209698
mode([]) ==> []
mode(6,3,9,6,6) ==> [6]
mode([1,null]) ==> null
all([]) ==> true
all([true,true]) ==> true
all(true) ==> true
all([true,false]) ==> false
all([false,null,true]) ==> false
all([true,null,true]) ==> null
all(null) ==> null
all() ==> null
all(0) ==> null
all("x") ==> null
all([true,1]) ==> null
all([false,1]) ==> false
all(list:[true]) ==> true
any(null) ==> null
any([]) ==> false
product(2,3,4) ==> 24
product([2,3,4]) ==> 24
product([]) ==> null
product() ==> null
product([2,null]) ==> null
product(list:[2,3]) ==> 6
sum() ==> null
sum([]) ==> null
sum(null) ==> null
mean([]) ==> null
count([1,2,3]) ==> 3
count([]) ==> 0
count(null) ==> null
count(1) ==> 1
count([[],[1]]) ==> 2
count() ==> null
count(1,2) ==> null
min([1,2,3]) ==> 1
min(1,2,3) ==> 1
min([]) ==> null
min(null) ==> null
min() ==> null
min([1,null]) ==> null
min(1,null) ==> null
max(@"2017-01-01", @"2018-01-01") ==> "2018-01-01"
max(@"P1D", @"P2D") ==> "P2D"
max([1,"a"]) ==> null
max(true,false) ==> null
min(["a"]) ==> "a"
max(list:[1]) ==> 1
count(list: [1,2]) ==> 2
mean([1,2,3]) ==> 2
mean(1,2,3) ==> 2
mean("a") ==> null
sum(1,2,3) ==> 6
sum([1,"a"]) ==> null
sum(1) ==> 1
sum([1,null]) ==> null
stddev([1, 2, 3, 4]) ==> 1.290994448735805628393088466594133
median([3, 1, 2, null]) ==> null
mode(["a"]) ==> null
mean([null]) ==> null
product(0.1, 0.2) ==> 0.02
sum([0.1, 0.2]) ==> 0.3
sum(["a"]) ==> null
min(@"PT1H", @"P1D") ==> "PT1H"
max([@"10:00:00", @"11:00:00"]) ==> "11:00:00"
min([[1]]) ==> null
`;
