using System.Text.Json;
using System.Text.Json.Nodes;
using FluentValidation.Internal;
using FluentValidation.Validators;
using Microsoft.Extensions.DependencyInjection;

namespace AchieveApex.Application.Resources.Describing;

/// <summary>Reads the rules of fields from their validator, and asks the validator itself where its rules do not tell.</summary>
public sealed class FieldRulesReader(IServiceProvider services)
{
    /// <summary>The rules by the field's name on the wire; a field without any is not among them.</summary>
    public IReadOnlyDictionary<string, FieldRules> Of(Type fields)
    {
        var rules = ValidatorOf(fields).CreateDescriptor().GetMembersWithValidators();
        var missing = Blamed(fields, []);
        return rules.ToDictionary(
            member => WireFormat.NameOf(member.Key),
            member =>
            {
                var name = WireFormat.NameOf(member.Key);
                return member.Aggregate(
                    new FieldRules
                    {
                        IsRequired = missing.Contains(name),
                        TakesNull = !Blamed(fields, new JsonObject { [name] = null }).Contains(name),
                    },
                    (known, rule) => With(known, rule.Validator, rule.Options)
                );
            }
        );
    }

    /// <summary>The fields that the validator finds wrong in a body of the right types, those apart that are wrong only together with others.</summary>
    /// <param name="fields">What the body may hold.</param>
    /// <param name="body">The body.</param>
    /// <param name="isWhole">Whether nothing is to come, so that those are told as well that are wrong together with others.</param>
    public IReadOnlySet<string> Blamed(Type fields, JsonObject body, bool isWhole = false)
    {
        if (ReadOrNull(fields, body) is not { } values)
            return body.Select(member => member.Key).ToHashSet();

        return ValidatorOf(fields)
            .Validate(new ValidationContext<object>(values))
            .Errors.Where(error => isWhole || error.ErrorCode != FieldFormats.SeveralFields)
            .Select(error => WireFormat.NameOf(error.PropertyName))
            .ToHashSet();
    }

    private IValidator ValidatorOf(Type fields) => (IValidator)services.GetRequiredService(typeof(IValidator<>).MakeGenericType(fields));

    // A null where none can stand.
    private static object? ReadOrNull(Type fields, JsonObject body)
    {
        try
        {
            return body.Deserialize(fields, WireFormat.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static FieldRules With(FieldRules known, IPropertyValidator rule, IRuleComponent options) =>
        rule switch
        {
            ILengthValidator length => known with
            {
                MinLength = length.Min > 0 ? length.Min : known.MinLength,
                MaxLength = length.Max > 0 ? length.Max : known.MaxLength,
            },
            IBetweenValidator between => known with { Minimum = Whole(between.From), Maximum = Whole(between.To) },
            IComparisonValidator { Comparison: Comparison.GreaterThanOrEqual } least => known with
            {
                Minimum = Whole(least.ValueToCompare),
            },
            IComparisonValidator { Comparison: Comparison.GreaterThan } above => known with { Minimum = Whole(above.ValueToCompare) + 1 },
            IComparisonValidator { Comparison: Comparison.LessThanOrEqual } most => known with { Maximum = Whole(most.ValueToCompare) },
            IComparisonValidator { Comparison: Comparison.LessThan } below => known with { Maximum = Whole(below.ValueToCompare) - 1 },
            IOneOfValidator choice => known with { OneOf = choice.Names },
            INotEmptyValidator => known with { MinLength = known.MinLength ?? 1 },
            INotNullValidator => known,
            _ when options.ErrorCode is FieldFormats.Email or FieldFormats.Uri => known with { Format = options.ErrorCode },
            _ => known with { Sentences = [.. known.Sentences, options.GetUnformattedErrorMessage()] },
        };

    private static long Whole(object value) => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture);
}
