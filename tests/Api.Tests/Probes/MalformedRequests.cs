using System.Text;

namespace AchieveApex.Api.Tests.Probes;

/// <summary>Makes requests out of an operation's documentation, most of them wrong in one or several places.</summary>
internal sealed class MalformedRequests(Random random, string key, Belongings own)
{
    private const int LargestBody = 1024 * 1024;
    private readonly MalformedBodies bodies = new(random);

    public Outgoing Of(ProbedOperation operation)
    {
        var target = operation.At(name => InPath(operation, name)) + Query(operation);
        var headers = new List<(string, string)>();
        if ((OneIn(25) ? Pick(OddHeaders.Keys) : key) is { } sent)
            headers.Add(("x-api-key", sent));
        for (var i = OneIn(4) ? random.Next(1, 4) : 0; i > 0; i--)
            headers.Add(Header());

        return new(operation.Method, target, Body(operation))
        {
            Headers = headers,
            ContentType = OneIn(12) ? Pick(OddHeaders.ContentTypes) : "application/json",
        };
    }

    // An existing record's, more often than not: what is wrong elsewhere has to come into play.
    private string InPath(ProbedOperation operation, string name) =>
        own.Values(operation.Collection, name).ToList() is { Count: > 0 } values && !OneIn(4) ? Uri.EscapeDataString($"{Pick(values)}")
        : OneIn(20) ? new string('9', random.Next(1, 3000))
        : Pick(Odd.Ids);

    private string Query(ProbedOperation operation)
    {
        if (!OneIn(operation.Reads ? 2 : 6))
            return "";
        if (OneIn(60))
            return $"?{string.Join('&', Enumerable.Range(0, 350).Select(i => $"id[$in][{i}]={i}"))}";

        var parts = Enumerable.Range(0, random.Next(1, 5)).Select(_ => OneIn(3) ? Pick(Odd.Queries) : Condition(operation));
        var text = string.Join('&', parts);
        return "?" + (OneIn(2) ? text : text.Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal));
    }

    private string Condition(ProbedOperation operation)
    {
        var names = operation.Fields.Keys.Concat(operation.QueryNames).ToList();
        var name = names.Count == 0 || OneIn(10) ? Pick(Odd.Ids) : Uri.EscapeDataString(Pick(names));
        var condition = $"{name}{Pick(Odd.Operators)}={(OneIn(8) ? Pick(Odd.Ids) : Pick(Odd.QueryValues))}";
        return OneIn(5) ? $"{Pick((string[])["$or", "$and"])}[{random.Next(3)}][{condition.Insert(name.Length, "]")}" : condition;
    }

    private (string, string) Header() =>
        OneIn(8) ? (Pick(OddHeaders.All).Name, new string('a', random.Next(200, 3000))) : Pick(OddHeaders.All);

    private byte[]? Body(ProbedOperation operation) =>
        operation.Body is null && !OneIn(15) ? null
        : OneIn(2_000) ? Encoding.UTF8.GetBytes(new string(' ', LargestBody + 1))
        : bodies.Of(operation.Body);

    private bool OneIn(int n) => random.Next(n) == 0;

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
