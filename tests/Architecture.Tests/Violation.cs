using Microsoft.EntityFrameworkCore.Metadata;

namespace AchieveApex.Architecture.Tests;

/// <summary>Who breaks a rule, and how.</summary>
/// <param name="Offender">The full name of the outermost type.</param>
/// <param name="Problem">What is wrong, as the end of a sentence.</param>
internal sealed record Violation(string Offender, string Problem)
{
    public static Violation Of(object subject, string problem) => new(NameOf(subject), problem);

    public override string ToString() => $"{Offender} {Problem}";

    private static string NameOf(object subject) =>
        subject switch
        {
            Type { DeclaringType: { } outer } => NameOf(outer),
            Type type => type.FullName!,
            System.Reflection.MemberInfo member => NameOf(member.DeclaringType!),
            Call call => call.Caller,
            Mono.Cecil.MethodDefinition method => Call.CallerOf(method),
            Dependency dependency => dependency.From,
            SourceFile file => file.TypeName,
            IReadOnlyEntityType entity => entity.ClrType.FullName!,
            IReadOnlyForeignKey key => NameOf(key.DeclaringEntityType),
            IReadOnlyIndex index => NameOf(index.DeclaringEntityType),
            Microsoft.EntityFrameworkCore.DbContext db => NameOf(db.GetType()),
            _ => subject.ToString()!,
        };
}
