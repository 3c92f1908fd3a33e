using System.Text.Json;
using AchieveApex.Support;
using AchieveApex.Support.OpenApi;

namespace AchieveApex.Api.Tests.Probes;

/// <summary>Whether an answer has the form that the contract and the document give it.</summary>
internal static class Answer
{
    private static readonly string[] Documented = ["name", "message", "code", "className"];
    private static readonly string[] Problem = ["type", "title", "status", "detail", "instance", "name", "code", "className"];
    private static readonly string[] Optional = ["data", "errors"];
    private static readonly string[] Inner = ["AchieveApex.", "System.", "Npgsql", "SQLite", "SELECT ", "INSERT ", "   at "];

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public static string? Fault(ProbedOperation operation, Reply reply) =>
        reply.Status >= 500 ? $"{reply.Status}, a fault of the server"
        : IsBroken(reply) ? $"{reply.Status} without a body in JSON, {reply.Message.Headers.Count()} headers"
        : AnswerCheck.Problems(operation.Described, reply) is [var problem, ..]
            ? $"{reply.Status}, against the document: {problem.Split(": ")[0]}"
        : reply.Status >= 400 ? ErrorFault(reply)
        : null;

    private static string? ErrorFault(Reply reply)
    {
        var isProblem = reply.Message.Content.Headers.ContentType!.MediaType == "application/problem+json";
        var fixedNames = isProblem ? Problem : Documented.Where(name => name != "className" || reply.Status != 429);
        var names = reply.Body.EnumerateObject().Select(member => member.Name).ToList();
        return !names.SequenceEqual(fixedNames.Concat(Optional.Where(names.Contains))) ? "an error has other members, or another order"
            : reply["code"].GetInt32() != reply.Status ? "an error's code is not its status"
            : Inner.Any(word => reply.Text.Contains(word, StringComparison.Ordinal)) ? "an error tells of the program's inside"
            : null;
    }

    private static bool IsBroken(Reply reply)
    {
        if (reply.Status == 304)
            return false;

        try
        {
            _ = reply.Body;
            return false;
        }
        catch (JsonException)
        {
            return true;
        }
    }
}
