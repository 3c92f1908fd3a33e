using System.Globalization;

namespace AchieveApex.Http;

/// <summary>A kind of work: what the clients send, by the request's number.</summary>
internal sealed record Work(string Name, Func<Request, string> Text)
{
    private const string NewestPage = "/contacts?$total=false";
    private const string FilteredPage = "/contacts?lifecycle_stage=customer&$sort[updated_at]=-1&$total=false";

    private static readonly Work GetOne = new("GET one", request => request.Get($"/contacts/{request.AnyId}"));
    private static readonly Work List = new("list of 25, no total", request => request.Get(NewestPage));
    private static readonly Work Filter = new("list of 25, filter and sort, no total", request => request.Get(FilteredPage));
    private static readonly Work ListWithTotal = new("list of 25, with total", request => request.Get("/contacts"));

    private static readonly Work Create = new(
        "create",
        request =>
            request.Send(
                "POST",
                "/contacts",
                $$"""
                {"first_name":"Jane","last_name":"Doe","email":"jane.doe.{{request.Contestant.Name}}{{request.Number}}@example.com","phone":"+44 20 7946 0123","job_title":"Buyer","company_name":"Example & Sons","lifecycle_stage":"lead","lead_score":17}
                """
            )
    );

    private static readonly Work Patch = new("patch", request => request.Patch($"/contacts/{request.AnyId}"));

    // What a program can do that need not merge, nor tell whether somebody else was faster.
    private static readonly Work Overwrite = new(
        "patch, against one blind UPDATE",
        request => request.Patch($"/contacts/{request.AnyId}{(request.Contestant.IsBare ? "/overwrite" : "")}")
    );

    private static readonly Work Mix = new(
        "mix 70/20/10",
        request =>
            (request.Number % 20) switch
            {
                < 14 => GetOne.Text(request),
                < 18 => List.Text(request),
                18 => Create.Text(request),
                _ => Patch.Text(request),
            }
    );

    public static IReadOnlyList<Work> All { get; } = [GetOne, List, Filter, ListWithTotal, Create, Patch, Overwrite, Mix];

    /// <summary>Those whose answers must be equal, byte for byte.</summary>
    public static IReadOnlyList<Work> Reads { get; } = [GetOne, List, Filter, ListWithTotal];

    /// <summary>Those whose answers differ in times and versions only.</summary>
    public static IReadOnlyList<Work> Writes { get; } = [Create, Patch];
}

/// <summary>One request: its number is used once in a run.</summary>
internal sealed record Request(Contestant Contestant, ContactIds Contacts, long Number)
{
    public string AnyId => Contacts.At(Number).ToString(CultureInfo.InvariantCulture);

    public string Get(string path) => $"GET {path} HTTP/1.1\r\n{Headers}\r\n";

    // Another score whenever the same contact comes again: a patch that changes nothing writes nothing.
    public string Patch(string path) => Send("PATCH", path, $$"""{"job_title":"Buyer","lead_score":{{Number / 7 % 100}}}""");

    public string Send(string method, string path, string body) =>
        $"{method} {path} HTTP/1.1\r\n{Headers}Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    private string Headers => $"Host: 127.0.0.1:{Contestant.Port}\r\nAccept: application/json\r\nx-api-key: {Contestant.Key}\r\n";
}
