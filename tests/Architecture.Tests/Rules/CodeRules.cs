using System.Text.RegularExpressions;
using AchieveApex.Application.Resources;
using AchieveApex.Domain.Resources;
using MediatR;
using Mono.Cecil;
using Mono.Cecil.Cil;
using CilCode = Mono.Cecil.Cil.Code;

namespace AchieveApex.Architecture.Tests.Rules;

/// <summary>What no method may do, read from the compiled code: a rule of ArchUnitNET about members of the framework would never fail.</summary>
internal static class CodeRules
{
    public static Rule Time_comes_from_TimeProvider =>
        Rule.Each(code => code.Calls, call => IsWallClock(call) ? $"calls {call.Method}" : null) with
        {
            Except = new Dictionary<string, string>
            {
                ["AchieveApex.Infrastructure.RateLimiting.RateLimitingRegistration"] =
                    "hands the one clock out where the limiter runs alone",
                ["AchieveApex.Infrastructure.Persistence.FileTurn"] = "waits for another process, which has no clock to move",
            },
        };

    public static Rule Nothing_is_left_to_chance =>
        Rule.Each(code => code.Calls, call => IsRandom(call) ? $"calls {call.Method}" : null) with
        {
            Except = new Dictionary<string, string>
            {
                ["AchieveApex.Application.ApiKeys.KeyText"] = "makes secrets",
                ["AchieveApex.Infrastructure.Secrets.Pepper"] = "makes a secret",
                ["AchieveApex.Infrastructure.Idempotency.AnswerSeal"] = "a nonce is never used twice",
            },
        };

    public static Rule No_method_is_async_void =>
        Rule.Each(
            code => code.Calls.Select(call => call.Body).Distinct(),
            body =>
                body.ReturnType.FullName == "System.Void"
                && body.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "AsyncStateMachineAttribute")
                    ? $"loses the errors of {body.Name}"
                    : null
        );

    public static Rule The_organization_filter_is_never_switched_off =>
        Rule.Each(
            code => code.Calls,
            call =>
                call.Target.Name == "IgnoreQueryFilters"
                && (call.Target.Parameters.Count < 2 || TextsIn(call.Body).Contains(Infrastructure.Persistence.OrganizationFilter.Name))
                    ? "looks beyond the organization"
                    : null
        ) with
        {
            Except = new Dictionary<string, string>
            {
                ["AchieveApex.Infrastructure.Idempotency.AnswerExpiry"] = "removes what is too old, of whomever; it shows nothing",
            },
        };

    public static Rule Query_filters_are_a_matter_of_Infrastructure =>
        Rule.Each(
            code => code.Calls,
            call => call.Target.Name == "IgnoreQueryFilters" && !IsIn(call, "Infrastructure") ? "switches a query filter off" : null
        );

    public static Rule Sql_is_written_in_Infrastructure_alone =>
        Rule.Each(code => code.Calls, call => IsSql(call) && !IsIn(call, "Infrastructure") ? $"calls {call.Method}" : null);

    public static Rule Logs_never_get_a_record_or_what_a_client_sent =>
        Rule.Each(
            code =>
                code.Calls.Where(call =>
                    call.Method.StartsWith("Microsoft.Extensions.Logging.LoggerExtensions.Log", StringComparison.Ordinal)
                ),
            (code, call) => LoggedTypes(call).FirstOrDefault(type => IsSecret(code, type)) is { } logged ? $"logs {logged.Name}" : null
        );

    public static Rule Tests_wait_for_a_clock_of_their_own =>
        Rule.Each(code => code.TestSources, file => Wait.Match(file.Text) is { Success: true } wait ? $"waits by {wait.Value}" : null) with
        {
            Except = new Dictionary<string, string>
            {
                ["AchieveApex.Api.Tests.Eventually"] = "two real instances tell each other",
                ["AchieveApex.Support.ProgramProcess"] = "waits for a real process",
                ["AchieveApex.Api.Tests.Faults.*"] = "waits for real processes and servers that fail",
                ["AchieveApex.Api.Tests.Errors.FailureTests"] = "shows that something does not happen",
                ["AchieveApex.Api.Tests.RateLimiting.*"] = "a real window passes, and Redis keeps its own clock",
                ["AchieveApex.Support.RedisServer"] = "waits for a real server to start",
                ["AchieveApex.Support.ProcessTree"] = "waits for a real process to end",
                ["AchieveApex.Infrastructure.Tests.PostgresServerFailureTests"] = "shows that something does not happen",
                ["AchieveApex.Infrastructure.Tests.RateLimiting.RedisRateLimiterTests"] = "Redis keeps its own clock",
                ["AchieveApex.Infrastructure.Tests.RateLimiting.StoreFailureTests"] = "a real server fails and comes back",
            },
        };

    private static readonly Regex Wait = new(@"Thread\.Sleep\(|Task\.Delay\((?![^;]*\b(clock|time|Clock|TimeProvider)\b)");

    private static bool IsIn(Call call, string layer) => call.Caller.Split('.')[1] == layer;

    private static bool IsWallClock(Call call) =>
        call.Method
            is "System.DateTime.get_Now"
                or "System.DateTime.get_UtcNow"
                or "System.DateTime.get_Today"
                or "System.DateTimeOffset.get_Now"
                or "System.DateTimeOffset.get_UtcNow"
                or "System.TimeProvider.get_System"
                or "System.Environment.get_TickCount"
                or "System.Environment.get_TickCount64"
                or "System.Threading.Thread.Sleep"
        || call.Method.StartsWith("System.Diagnostics.Stopwatch.", StringComparison.Ordinal)
        || (
            call.Method == "System.Threading.Tasks.Task.Delay"
            && call.Target.Parameters.All(parameter => parameter.ParameterType.Name != "TimeProvider")
        );

    private static bool IsRandom(Call call) =>
        call.Method is "System.Guid.NewGuid" or "System.Guid.CreateVersion7"
        || call.Method.StartsWith("System.Random.", StringComparison.Ordinal)
        || call.Method.StartsWith("System.Security.Cryptography.RandomNumberGenerator.", StringComparison.Ordinal);

    private static bool IsSql(Call call) =>
        call.Method.StartsWith("Microsoft.EntityFrameworkCore.Relational", StringComparison.Ordinal)
            && call.Target.Name.Contains("Sql", StringComparison.Ordinal)
        || call.Target.Name == "set_CommandText";

    private static IEnumerable<string> TextsIn(MethodDefinition body) =>
        body.Body.Instructions.Where(i => i.OpCode == OpCodes.Ldstr).Select(i => (string)i.Operand);

    private static bool IsSecret(Code code, TypeReference logged) =>
        logged is GenericParameter || Secrets(code).Contains(logged.GetElementType().FullName);

    private static HashSet<string> Secrets(Code code) =>
        [
            .. code
                .Types.Where(type =>
                    type.IsAssignableTo(typeof(IBaseRequest))
                    || type.IsAssignableTo(typeof(EntryView))
                    || type.IsAssignableTo(typeof(Record))
                    || type.Name is "Caller" or "KeyHolder" or "KeyDigest"
                )
                .Concat(RequestRules.FieldsOf(code))
                .Select(type => type.FullName!),
            "AchieveApex.Application.Resources.Input`1",
        ];

    // Arguments are stored into an array right before the call; what was loaded before each store is the argument.
    private static IEnumerable<TypeReference> LoggedTypes(Call call)
    {
        for (var i = call.At.Previous; i is not null && !IsLog(i); i = i.Previous)
            if (i.OpCode == OpCodes.Stelem_Ref && TypeLoadedBy(i.Previous, call.Body) is { } type)
                yield return type;
    }

    private static bool IsLog(Instruction i) => i.Operand is MethodReference { DeclaringType.Name: "LoggerExtensions" };

    private static TypeReference? TypeLoadedBy(Instruction i, MethodDefinition body) =>
        i.Operand switch
        {
            MethodReference made when i.OpCode == OpCodes.Newobj => made.DeclaringType,
            MethodReference called => called.ReturnType,
            FieldReference field => field.FieldType,
            ParameterDefinition parameter => parameter.ParameterType,
            VariableDefinition variable => variable.VariableType,
            TypeReference boxed => boxed,
            _ => ByIndex(i, body),
        };

    private static TypeReference? ByIndex(Instruction i, MethodDefinition body)
    {
        var first = body.HasThis ? 1 : 0;
        return i.OpCode.Code switch
        {
            CilCode.Ldarg_0 when first == 0 => body.Parameters[0].ParameterType,
            CilCode.Ldarg_1 => body.Parameters[1 - first].ParameterType,
            CilCode.Ldarg_2 => body.Parameters[2 - first].ParameterType,
            CilCode.Ldarg_3 => body.Parameters[3 - first].ParameterType,
            CilCode.Ldloc_0 => body.Body.Variables[0].VariableType,
            CilCode.Ldloc_1 => body.Body.Variables[1].VariableType,
            CilCode.Ldloc_2 => body.Body.Variables[2].VariableType,
            CilCode.Ldloc_3 => body.Body.Variables[3].VariableType,
            _ => null,
        };
    }
}
