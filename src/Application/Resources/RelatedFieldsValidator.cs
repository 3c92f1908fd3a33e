using System.Reflection;

namespace AchieveApex.Application.Resources;

/// <summary>The rules of records that are about others. Whether those are there, the database knows.</summary>
public abstract class RelatedFieldsValidator<TFields> : RecordFieldsValidator<TFields>
    where TFields : RelatedFields
{
    private static readonly IReadOnlyList<PropertyInfo> References =
    [
        .. RelatedRecord.References.Select(name => typeof(TFields).GetProperty(name)!),
    ];

    private static readonly string Others = string.Join(
        ", ",
        RelatedRecord.References.Where(name => name != nameof(RelatedFields.ContactId)).Select(WireFormat.NameOf)
    );

    /// <summary>It is about one record or several.</summary>
    protected void IsAboutSome() => IsAbout(count => count > 0, $"is required, or one of: {Others}");

    /// <summary>It is about one record alone.</summary>
    protected void IsAboutOne() => IsAbout(count => count == 1, $"is required, or in its place one of: {Others}");

    private void IsAbout(Predicate<int> fits, string message) =>
        RuleFor(fields => fields.ContactId)
            .Must((fields, _) => fits(References.Count(reference => reference.GetValue(fields) is not null)))
            .WithMessage(message)
            .WithErrorCode(FieldFormats.SeveralFields);
}
