/** Functions over lists (DMN 1.5 table 77). */
export const LISTS = String.raw`
list contains([1,2,3], 2) ==> true
list contains(null, 2) ==> null
list contains([1,null],null) ==> true
list contains(1, 1) ==> true
list contains([[1]], [1]) ==> true
list contains(list:[1], element: 1) ==> true
sublist([1,2,3],1,2) ==> [1,2]
sublist([1,2,3],-1) ==> [3]
sublist([1,2,3],-2,1) ==> [2]
sublist([1,2,3],0) ==> null
sublist([1,2,3],2,3) ==> null
sublist([1,2,3],4) ==> null
sublist(null,4) ==> null
sublist([1,2,3],-4) ==> null
sublist(list:[1,2], start position: 2) ==> [2]
sublist([1,2,3],1,0) ==> []
append([1],2,3) ==> [1,2,3]
append([1],null) ==> [1,null]
append(null,1) ==> null
append([],1) ==> [1]
append(1,2) ==> [1,2]
append([1]) ==> null
append([1,2],[3]) ==> [1,2,[3]]
append() ==> null
concatenate([1,2],[3]) ==> [1,2,3]
concatenate() ==> null
concatenate(null) ==> null
concatenate([1],null) ==> null
concatenate([1],2) ==> [1,2]
concatenate([[1]],[2]) ==> [[1],2]
concatenate([]) ==> []
insert before([1,3],1,2) ==> [2,1,3]
insert before([1,3],0,2) ==> null
insert before([1,3],3,2) ==> null
insert before([1,3],-1,2) ==> [1,2,3]
insert before([1,3],-2,2) ==> [2,1,3]
insert before([1,3],-3,2) ==> null
insert before([],1,2) ==> null
insert before([1],null,2) ==> null
insert before(null,1,2) ==> null
insert before(list:[1], position:1, newItem:null) ==> [null,1]
remove([1,2,3],2) ==> [1,3]
remove([1,2,3],0) ==> null
remove([1,2,3],4) ==> null
remove([1,2,3],-4) ==> null
remove([1],"a") ==> null
remove(list:[1,2], position:1) ==> [2]
reverse([1,2,3]) ==> [3,2,1]
reverse([]) ==> []
reverse(null) ==> null
reverse(1) ==> [1]
index of([1,2,3,2],2) ==> [2,4]
index of([1,2],3) ==> []
index of([null,1],null) ==> [1]
index of(null,1) ==> null
index of([],1) ==> []
index of(list:[1], match:1) ==> [1]
union([1,2],[2,3]) ==> [1,2,3]
union([1,null,null]) ==> [1,null]
union() ==> null
union(null) ==> null
distinct values([1,2,3,2,1]) ==> [1,2,3]
distinct values([]) ==> []
distinct values(null) ==> null
distinct values([1,null,null]) ==> [1,null]
distinct values([true,false,"false"]) ==> [true,false,"false"]
flatten([[1,2],[[3]],4]) ==> [1,2,3,4]
flatten([]) ==> []
flatten(null) ==> null
flatten([[null]]) ==> [null]
list replace([2,4,7,8], 3, 6) ==> [2,4,6,8]
list replace([2,4,7,8], -1, 6) ==> [2,4,7,6]
list replace([2,4,7,8], 0, 6) ==> null
list replace([2,4,7,8], 5, 6) ==> null
list replace([2,4,7,8], -5, 6) ==> null
list replace(null, 1, 6) ==> null
list replace([1], null, 6) ==> null
list replace([], 1, 6) ==> null
list replace([1], 1) ==> null
list replace([1], "1", 2) ==> null
list replace(list:[1], position:1, newItem:2) ==> [2]
list replace(list:[1], match:function(item,newItem) true, newItem:2) ==> [2]
list replace([2,4,7,8], function(item,newItem) item < newItem, 5) ==> [5,5,7,8]
list replace([2,4], function(item,newItem) "x", 5) ==> null
list replace([2,4], function(item) true, 5) ==> null
list replace([1,2], 1, null) ==> [null,2]
list replace(1, 1, 2) ==> [2]
sort([3,1,2], function(x,y) x<y) ==> [1,2,3]
sort([3,1,2], precedes: function(x,y) x<y) ==> SYNTAX
sort(list:[3,1,2], precedes: function(x,y) x<y) ==> [1,2,3]
sort([], function(x,y) x<y) ==> []
sort([3,1]) ==> null
sort(null, function(x,y) x<y) ==> null
flatten([{a:[{b:1},{b:2}]},{a:[{b:3}]}].a).b ==> [1,2,3]
sort([3,1,2], function(x,y) null) ==> null
sort(["b","a"], function(x,y) x < y) ==> ["a","b"]
sort([{a:2,k:1},{a:1,k:2},{a:2,k:3}], function(x,y) x.a < y.a) ==> [{"a":1,"k":2},{"a":2,"k":1},{"a":2,"k":3}]
`;
