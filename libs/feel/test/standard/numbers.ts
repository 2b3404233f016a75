/** Arithmetic functions (DMN 1.5 table 76). */
export const NUMBERS = String.raw`
sqrt(4) ==> 2
sqrt(number: 4) ==> 2
sqrt(n: 4) ==> null
sqrt("4") ==> null
sqrt(null) ==> null
sqrt() ==> null
sqrt(4,4) ==> null
sqrt(-1) ==> null
sqrt([4]) ==> 2
sqrt([4,9]) ==> null
sqrt(2) ==> 1.414213562373095048801688724209698
log(1) ==> 0
log(0) ==> null
log(-1) ==> null
log(10) ==> 2.302585092994045684017991454684364
log(null) ==> null
exp(0) ==> 1
exp(1) ==> 2.718281828459045235360287471352662
exp(5) ==> 148.4131591025766034211155800405523
odd(5) ==> true
odd(-5) ==> true
odd(0) ==> false
odd(null) ==> null
odd("a") ==> null
ceiling(1.5) ==> 2
ceiling(-1.5) ==> -1
ceiling(1.56, 1) ==> 1.6
ceiling(-1.56, 1) ==> -1.5
ceiling(null) ==> null
ceiling(n: 1.5) ==> 2
ceiling(n: 1.56, scale: 1) ==> 1.6
ceiling(1.5, null) ==> null
ceiling(1.5, "1") ==> null
ceiling() ==> null
ceiling(-0.5) ==> 0
ceiling(1.5, 6177) ==> null
ceiling(1.5, -6112) ==> null
ceiling(135, -2) ==> 200
floor(-0.3) ==> -1
round up(5.5, 0) ==> 6
round up(-5.5, 0) ==> -6
round up(1.121, 2) ==> 1.13
round up(-1.126, 2) ==> -1.13
round up(5.5) ==> null
round up(5.5, null) ==> null
round up(n: 5.5, scale: 0) ==> 6
round up(5.5, -6111) ==> 1e6111
round up(5.5, -6112) ==> null
round up(5.5, 6177) ==> null
round half up(5.5, 0) ==> 6
round half up(-5.5, 0) ==> -6
round half up(1.126, 2) ==> 1.13
round half down(-5.5,0) ==> -5
round half down(1.126,2) ==> 1.13
round down(-5.5, 0) ==> -5
decimal(1/3, 2) ==> 0.33
decimal(1.5, 0) ==> 2
decimal(2.5, 0) ==> 2
decimal(1.5,null) ==> null
decimal(n:1.5, scale:0) ==> 2
modulo(12, 5) ==> 2
modulo(-12, -5) ==> -2
modulo(-10.1, 4.5) ==> 3.4
modulo(10.1, -4.5) ==> -3.4
modulo(-10.1, -4.5) ==> -1.1
modulo(10, 0) ==> null
abs(-1) ==> 1
-2**2 ==> 4
-@"P1D" ==> "-P1D"
-"a" ==> null
-null ==> null
--1 ==> 1
abs instance of function<number> -> number ==> false
-.5 ==> -0.5
abs(@"-P1Y") ==> "P1Y"
-[1] ==> null
round half up(2.5, 0) ==> 3
round half up(-2.5, 0) ==> -3
round half down(2.5, 0) ==> 2
round half up(1.5, "a") ==> null
round up(null, 1) ==> null
decimal(3.5, 0) ==> 4
decimal(1234.567, 2) ==> 1234.57
decimal(1, 6177) ==> null
floor(1.99, 1) ==> 1.9
floor("1") ==> null
abs(null) ==> null
abs(@"-PT5H") ==> "PT5H"
modulo(5, null) ==> null
modulo(-12, 5) ==> 3
modulo(dividend: 12, divisor: 5) ==> 2
-0 = 0 ==> true
`;
