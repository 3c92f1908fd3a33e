namespace AchieveApex.Api.Tests.Probes;

/// <summary>What clients should not send, and do. A line holds several, with <c>¦</c> between them.</summary>
internal static class Odd
{
    /// <summary>As they stand in a path.</summary>
    public static readonly string[] Ids = Split(
        """
        abc¦0¦-1¦1.5¦01¦1e3¦0x1F¦99999999999999999999¦9223372036854775807¦9007199254740993¦null¦true¦NaN¦*¦$where¦{id}¦__proto__¦1,2¦+1¦'
        %FF%FE¦%C0%80¦%ED%A0%80¦%F0%9F%98%80¦%E2%80%AE1¦%20¦%2E%2E¦..%2F..%2Fetc¦%2F¦%3F¦%23¦%5B%5D¦%22¦%D9%A1¦%EF%BC%91
        1%20OR%201=1¦1;drop%20table%20contacts¦%7F¦%01¦1%0D%0Aa:%20b
        """
    );

    /// <summary>Texts as JSON.</summary>
    public static readonly string[] Texts = Split(
        """
        ""¦" "¦"\u0000"¦"a\u0000b"¦"\ud800"¦"\udc00\ud800"¦"\uffff"¦"\u202e\u200b\ufeff"¦"😀👩‍👩‍👧‍👦"¦"e\u0301\u0301\u0301"¦"İıſK"¦"null"
        "' or 1=1; --"¦"<script>"¦"%_\\%"¦"\r\nSet-Cookie: a=b"¦"\u001b[31m"¦"a@b"¦"a@\u0000.com"¦"a\u0000@b.com"¦"+49 30 1234\u0000"¦"+"
        "0000-00-00T00:00:00Z"¦"2024-02-30T25:61:61Z"¦"9999-12-31T23:59:59.999-14:00"¦"0001-01-01T00:00:00+14:00"¦"1e999"¦"contacts:*"¦"::1/129"
        """
    );

    /// <summary>Any values as JSON.</summary>
    public static readonly string[] Values = Split(
        """
        null¦true¦false¦0¦-0¦-1¦1.5¦1e3¦1E400¦-1e400¦1e-400¦2147483648¦-2147483649¦9223372036854775807¦9223372036854775808¦9007199254740993
        99999999999999999999999999¦[]¦{}¦[null]¦[[[[]]]]¦[{}]¦{"$ne":1}¦{"a":{"b":null}}¦{"__proto__":{"x":1}}¦{"":1}¦{"\u0000":1}¦{"\ud800":1}
        [1,"a",true,null,{}]¦{"a":"\u0000"}¦{"a":["\ud800"]}¦{"a":1e400}
        """
    );

    /// <summary>Names in bodies.</summary>
    public static readonly string[] Names = Split(
        "id¦organization_id¦nothing¦__proto__¦\\u0000¦\\ud800¦ID¦version¦created_at¦$set¦a.b¦key"
    );

    /// <summary>Whole bodies.</summary>
    public static readonly string[] Bodies =
    [
        .. Split(
            """
            null¦true¦0¦""¦[]¦[[]]¦[null]¦[1]¦[{}]¦[{},1]¦{¦}¦{}}¦{} {}¦{"a"¦{"a":}¦{"a":1,}¦{,}¦{'a':1}¦{a:1}¦{"a":NaN}¦{"a":01}¦{"a":+1}¦{"a":.5}¦{"a":1.}
            {"a":"\x"}¦{"a":"\u12"}¦{}/**/¦{"a":1,"a":2}¦<a/>¦a=b¦undefined¦[{},{}¦{"a":tru}¦{"first_name":"a","first_name":"b"}
            """
        ),
        "",
        " ",
        "\0",
        "{}\0",
        "\uFEFF{}",
        "// x\n{}",
        "{\"a\":\"\n\"}",
    ];

    /// <summary>Parts of queries.</summary>
    public static readonly string[] Queries = Split(
        """
        ¦&¦&&&¦=¦=1¦%¦%zz¦%00=1¦a¦a=b=c¦[]=1¦[¦]¦$¦$=1¦$where=1¦$limit¦$limit=¦$limit=-1¦$limit=abc¦$limit=1.5¦$limit=99999999999999999999
        $limit=1&$limit=2¦$limit[$gt]=1¦$limit=1¦$limit=0¦$skip=-1¦$skip=100001¦$skip=1e3¦$sort¦$sort=id¦$sort[id]=2¦$sort[id]=¦$sort[]=1¦$sort[nothing]=1
        $sort[id][x]=1¦$select=id¦$select[]=id¦$select[]=nothing¦$select[]=¦$select[a]=id¦$select[id]=1¦$or=1¦$or[]=1¦$or[0]=1¦$or[x][id]=1¦$and[0][$and][0][$limit]=1
        $or[0][$or][0][$or][0][$or][0][$or][0][$or][0][$or][0][id]=1¦$total=maybe¦$total=false¦$cursor=abc¦$cursor=¦$cursor=AAAA%00¦$cursor=eyJhIjoxfQ
        $search=¦$search=%00¦$search=%22%27*()-:^¦$search=a%20OR%20b¦$search[a]=1¦__proto__[x]=1¦constructor=1¦id[$regex]=.*¦id[$gt][$lt]=1¦id[][]=1¦id[$in]=
        id[$in][]=¦id[$in][x]=1¦id[$in][99999999999]=1¦id[$in][-1]=1¦id=1&id=2¦id[=1¦id]=1¦id[$gt=1¦%F0%9F%98%80=1¦%FF=1¦%ED%A0%80=1¦id.a=1
        dry_run=maybe¦dry_run=true¦dry_run=¦dry_run[a]=1¦id=9007199254740993¦id[$ne]=0
        """
    );

    /// <summary>Values in queries.</summary>
    public static readonly string[] QueryValues = Split(
        """
        ¦1¦-1¦1.5¦1e400¦99999999999999999999¦null¦true¦TRUE¦a¦%00¦a%00b¦%FF¦%ED%A0%80¦%F0%9F%98%80¦%25_%25¦%5C¦aa%5C¦%5C%25aa¦%25%25%25¦aa%00¦%20¦+¦%2B¦%0D%0A
        %27%20or%201=1--¦2024-02-30¦2024-01-01T00:00:00Z¦9999-12-31T23:59:59.9999999-14:00¦0001-01-01T00:00:00%2B14:00¦[]¦{}
        """
    );

    public static readonly string[] Operators = Split(
        "¦[$ne]¦[$in][]¦[$in][0]¦[$nin][]¦[$gt]¦[$gte]¦[$lt]¦[$lte]¦[$like]¦[$notlike]¦[$ilike]¦[$regex]¦[$exists]¦[]¦[0]¦[a]¦[$in]¦[$LIKE]"
    );

    private static string[] Split(string text) => text.Split('¦', '\n');
}
