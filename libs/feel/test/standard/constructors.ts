/** Dates, times and durations from texts and numbers (DMN 1.5 §10.3.4.1), and what is asked of a day (§10.3.4.8). */
export const CONSTRUCTORS = String.raw`
day of week(@"2019-09-17") ==> "Tuesday"
day of week(@"2019-09-17T23:59:59") ==> "Tuesday"
day of week(null) ==> null
day of week() ==> null
day of week(date: @"2019-09-17") ==> "Tuesday"
day of week("2019-09-17") ==> null
week of year(@"2019-09-17") ==> 38
week of year(@"2003-12-29") ==> 1
week of year(@"2004-01-04") ==> 1
week of year(@"2005-01-01") ==> 53
week of year(@"2005-01-03") ==> 1
week of year(@"2005-01-09") ==> 1
day of year(@"2019-09-17") ==> 260
month of year(@"2019-09-17") ==> "September"
date("2020-01-01") ==> "2020-01-01"
date("2020-1-1") ==> null
date("2020-02-30") ==> null
date("9999999-01-01") ==> "9999999-01-01"
date("999999999-12-31") ==> "999999999-12-31"
date("-999999999-12-31") ==> "-999999999-12-31"
date("1000000000-12-31") ==> null
date("-2020-01-01") ==> "-2020-01-01"
date("02020-01-01") ==> null
date("0000-01-01") ==> "0000-01-01"
date(2020,1,1) ==> "2020-01-01"
date(2020,13,1) ==> null
date(2020,2,30) ==> null
date(2020,1) ==> null
date(null) ==> null
date("") ==> null
date([]) ==> null
date(year:2020, month:1, day:1) ==> "2020-01-01"
date(from:"2020-01-01") ==> "2020-01-01"
date(from:@"2020-01-01T10:00:00") ==> "2020-01-01"
date(1999999999,1,1) ==> null
date(-2020,1,1) ==> "-2020-01-01"
date("2020-01-01T10:00:00") ==> null
date("2020-01-01Z") ==> null
date(2020,1,null) ==> null
date("2020","1","1") ==> null
date(2020.5,1,1) ==> null
time("10:00:00") ==> "10:00:00"
time("10:00:00Z") ==> "10:00:00Z"
time("10:00") ==> null
time("24:00:00") ==> "00:00:00"
time("25:00:00") ==> null
time("10:00:00.123456789") ==> "10:00:00.123456789"
time("10:00:00+14:00") ==> "10:00:00+14:00"
time("10:00:00+19:00") ==> null
time("10:00:00@Europe/Paris") ==> "10:00:00@Europe/Paris"
time("10:00:00@xyz") ==> null
time("10:00:00+01:00@Europe/Paris") ==> null
time("T10:00:00") ==> null
time(10,0,0) ==> "10:00:00"
time(10,0,0,@"PT1H") ==> "10:00:00+01:00"
time(10,0,0,null) ==> "10:00:00"
time(10,0,0.5) ==> "10:00:00.5"
time(24,0,0) ==> null
time(@"2020-01-01T10:00:00Z") ==> "10:00:00Z"
time(@"2020-01-01") ==> "00:00:00Z"
time(null) ==> null
time(hour:10, minute:0, second:0) ==> "10:00:00"
time(hour:10, minute:0, second:0, offset:@"-PT1H") ==> "10:00:00-01:00"
date and time("2020-01-01T10:00:00") ==> "2020-01-01T10:00:00"
date and time("2020-01-01T10:00:00Z") ==> "2020-01-01T10:00:00Z"
date and time("2020-01-01") ==> "2020-01-01T00:00:00"
date and time("2020-01-01T10:00") ==> null
date and time("2020-01-01T24:00:00") ==> "2020-01-02T00:00:00"
date and time("2020-01-01T10:00:00.987") ==> "2020-01-01T10:00:00.987"
date and time("2020-01-01T10:00:00+02:00@Europe/Paris") ==> null
date and time("99999-12-31T11:22:33") ==> "99999-12-31T11:22:33"
date and time("-2017-12-31T11:22:33") ==> "-2017-12-31T11:22:33"
date and time("017-12-31T11:22:33") ==> null
date and time("2017-12-31T11:22:33+02:00:30") ==> "2017-12-31T11:22:33+02:00:30"
date and time(@"2020-01-01", @"10:00:00Z") ==> "2020-01-01T10:00:00Z"
date and time(@"2020-01-01T12:00:00", @"10:00:00") ==> "2020-01-01T10:00:00"
date and time(@"2020-01-01", null) ==> null
date and time(null) ==> null
date and time(date:@"2020-01-01", time:@"10:00:00") ==> "2020-01-01T10:00:00"
date and time(from:"2020-01-01T10:00:00") ==> "2020-01-01T10:00:00"
date and time(@"2020-01-01") ==> "2020-01-01T00:00:00Z"
date and time("2012-12-24") ==> "2012-12-24T00:00:00"
years and months duration(@"2011-12-22", @"2013-08-24") ==> "P1Y8M"
years and months duration(@"2013-08-24", @"2011-12-22") ==> "-P1Y8M"
years and months duration(@"2015-01-21", @"2016-01-21") ==> "P1Y"
years and months duration(@"2015-01-21", @"2016-01-20") ==> "P11M"
years and months duration(@"2016-01-01", @"2016-01-01") ==> "P0M"
years and months duration(@"2016-01-01T10:00:00", @"2017-01-01") ==> "P1Y"
years and months duration(from:@"2016-01-01", to:@"2017-01-01") ==> "P1Y"
years and months duration(null, @"2017-01-01") ==> null
years and months duration(@"2017-01-01") ==> null
years and months duration(@"2017-12-31T13:00:00", @"2019-10-01T12:32:59") ==> "P1Y9M"
years and months duration(@"2014-12-31T23:59:59", @"2014-10-01T12:32:59") ==> "-P2M"
years and months duration("2014-12-31", "2014-10-01") ==> null
duration("P1Y2M") ==> "P1Y2M"
duration("P1DT2H") ==> "P1DT2H"
duration("P1Y2D") ==> null
duration("P26M") ==> "P2Y2M"
duration("-P1Y") ==> "-P1Y"
duration("PT36H") ==> "P1DT12H"
duration("P") ==> null
duration("PT") ==> null
duration(null) ==> null
duration("P0D") ==> "PT0S"
duration("PT0.5S") ==> "PT0.5S"
duration("P1W") ==> null
duration(from:"P1D") ==> "P1D"
today() instance of date ==> true
now() instance of date and time ==> true
today(1) ==> null
now(1) ==> null
date and time("2020-02-30T10:00:00") ==> null
date and time("2020-01-01T10:00:60") ==> null
time("10:60:00") ==> null
time("-10:00:00") ==> null
time("1:00:00") ==> null
duration("P1Y2M3D") ==> null
duration("1Y") ==> null
duration("") ==> null
duration(1) ==> null
duration("P-1D") ==> null
duration("PT1M") = duration("PT60S") ==> true
date(@"2020-01-01") ==> "2020-01-01"
date(@"2020-01-01T10:00:00@Europe/Paris") ==> "2020-01-01"
time("23:59:60") ==> null
time("00:00:00+18:00") ==> "00:00:00+18:00"
time("00:00:00+18:01") ==> null
date and time(@"2020-01-01") = @"2020-01-01T00:00:00Z" ==> true
`;
