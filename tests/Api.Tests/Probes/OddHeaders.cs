namespace AchieveApex.Api.Tests.Probes;

/// <summary>Headers that clients should not send, and do.</summary>
internal static class OddHeaders
{
    private const string NotUtf8 = "\u00ff\u00fe";

    /// <summary>Beside the caller's own: many values of a name.</summary>
    private static readonly (string Name, string[] Values)[] Beside =
    [
        (
            "Accept",
            ["", "text/html", "*/*;q=0", ";;;", "application/json;q=abc", "application/problem+json", "application/json, */*", NotUtf8]
        ),
        ("If-Match", ["*", "abc", "\"\"", "W/\"1\"", "\"1\", \"2\"", "\"99999999999999999999\"", "\"1", "\"1\"", NotUtf8]),
        ("If-None-Match", ["*", "abc", "\"1\"", NotUtf8]),
        ("Idempotency-Key", ["", " ", "a", "b", "'; drop table x", new string('k', 255), new string('k', 256), NotUtf8]),
        ("X-Request-Id", ["", "a b<>\"'", NotUtf8]),
        ("traceparent", ["00-0-0-0", "00-00000000000000000000000000000000-0000000000000000-00", NotUtf8]),
        ("tracestate", ["=,=,="]),
        ("baggage", ["=;=;"]),
        ("X-Service-Method", ["find", ""]),
        ("X-HTTP-Method-Override", ["DELETE"]),
        ("X-Forwarded-For", ["999.999.999.999"]),
        ("X-Forwarded-Proto", ["gopher"]),
        ("Forwarded", ["for=;;"]),
        ("Accept-Encoding", ["nothing", "identity;q=0"]),
        ("Accept-Charset", ["utf-16"]),
        ("Accept-Language", ["\u00e9"]),
        ("If-Modified-Since", ["yesterday"]),
        ("If-Unmodified-Since", ["0"]),
        ("Range", ["bytes=0-1"]),
        ("Cookie", ["a=b;;;="]),
        ("Authorization", ["Bearer abc", "Basic ="]),
        ("Origin", ["null", "https://example.com"]),
        ("Prefer", ["return=minimal"]),
        ("Content-Encoding", ["gzip", "nothing"]),
        ("Content-Language", [NotUtf8]),
        ("User-Agent", [""]),
    ];

    public static readonly (string Name, string Value)[] All =
    [
        .. Beside.SelectMany(header => header.Values.Select(value => (header.Name, value))),
    ];

    public static readonly string?[] ContentTypes =
    [
        null,
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=utf-16",
        "application/json; charset=nonsense",
        "application/json; charset=\"utf-8\"",
        "APPLICATION/JSON",
        "application/problem+json",
        "application/merge-patch+json",
        "application/json;;;",
        ";",
        "*/*",
        "application/*",
        NotUtf8,
    ];

    public static readonly string?[] Keys =
    [
        null,
        "",
        " ",
        "a",
        "aax_",
        "aax_000000000000000000000000000000000000",
        NotUtf8,
        "' or 1=1 --",
    ];
}
