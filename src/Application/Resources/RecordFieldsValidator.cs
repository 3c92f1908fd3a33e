using System.Linq.Expressions;

namespace AchieveApex.Application.Resources;

/// <summary>The rules of what can be written on every record.</summary>
public abstract class RecordFieldsValidator<TFields> : AbstractValidator<TFields>
    where TFields : RecordFields
{
    protected RecordFieldsValidator()
    {
        RuleFor(fields => fields.ExternalId).Length(1, 255);
        // Patches add up, so the merged whole is counted as well.
        RuleFor(fields => fields.CustomFields)
            .Must(values => values.Count <= ValueLimits.MostCustomFields)
            .WithMessage($"must have at most {ValueLimits.MostCustomFields} fields")
            .Must(values => values.Sum(value => value.Key.Length + value.Value.GetRawText().Length) <= CustomFieldsCheck.MostText)
            .WithMessage($"must be at most {CustomFieldsCheck.MostText} characters in all");
    }

    /// <summary>One of several texts has to be there; the first is the one that is blamed.</summary>
    protected void AtLeastOne(Expression<Func<TFields, string?>> first, params Expression<Func<TFields, string?>>[] others)
    {
        var names = others.Select(other => WireFormat.NameOf(((MemberExpression)other.Body).Member.Name));
        Func<TFields, string?>[] all = [first.Compile(), .. others.Select(other => other.Compile())];
        RuleFor(first)
            .Must((fields, _) => all.Any(text => !string.IsNullOrWhiteSpace(text(fields))))
            .WithMessage($"is required, or one of: {string.Join(", ", names)}")
            .WithErrorCode(FieldFormats.SeveralFields);
    }

    /// <summary>An amount says nothing without its currency, which is the one that is blamed.</summary>
    protected void WithCurrency(Expression<Func<TFields, decimal?>> amount, Expression<Func<TFields, string?>> currency)
    {
        var amountOf = amount.Compile();
        RuleFor(currency)
            .Must((fields, code) => code is not null || amountOf(fields) is null)
            .WithMessage($"is required with {WireFormat.NameOf(((MemberExpression)amount.Body).Member.Name)}")
            .WithErrorCode(FieldFormats.SeveralFields);
    }
}
