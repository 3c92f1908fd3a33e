using AchieveApex.Application.Resources;
using AchieveApex.Application.Resources.Describing;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AchieveApex.Application.Tests.Resources;

/// <summary>What documentation is told of a field is what its validator does.</summary>
public sealed class FieldRulesTests
{
    private static readonly IReadOnlyDictionary<string, FieldRules> Rules = new FieldRulesReader(
        new ServiceCollection().AddTransient<IValidator<Parcel>, ParcelValidator>().BuildServiceProvider()
    ).Of(typeof(Parcel));

    [Fact]
    public void Lengths_and_ranges_are_read() =>
        Assert.Equal(
            (2, 5, 1L, 9L, 0L, 10L),
            (
                Rules["label"].MinLength,
                Rules["label"].MaxLength,
                Rules["weight"].Minimum,
                Rules["weight"].Maximum,
                Rules["height"].Minimum,
                Rules["height"].Maximum
            )
        );

    [Fact]
    public void The_texts_of_a_choice_are_read() => Assert.Equal(["air", "sea"], Rules["way"].OneOf!);

    [Fact]
    public void An_email_address_has_a_format() => Assert.Equal(("email", 254), (Rules["sender"].Format, Rules["sender"].MaxLength));

    [Fact]
    public void A_rule_without_a_form_is_told_as_its_sentence() => Assert.Equal(["must be fragile"], Rules["label"].Sentences);

    [Fact]
    public void A_field_without_a_default_that_may_not_be_empty_is_required() =>
        Assert.Equal((true, false), (Rules["label"].IsRequired, Rules["way"].IsRequired));

    [Fact]
    public void Null_is_taken_where_the_validator_takes_it() =>
        Assert.Equal(
            (false, false, true, true),
            (Rules["label"].TakesNull, Rules["way"].TakesNull, Rules["weight"].TakesNull, Rules["sender"].TakesNull)
        );

    private sealed record Parcel(string? Label = null, int? Weight = null, int Height = 1, string Way = "air", string? Sender = null);

    private sealed class ParcelValidator : AbstractValidator<Parcel>
    {
        public ParcelValidator()
        {
            RuleFor(parcel => parcel.Label).NotEmpty().Length(2, 5).Must(_ => true).WithMessage("must be fragile");
            RuleFor(parcel => parcel.Weight).InclusiveBetween(1, 9);
            RuleFor(parcel => parcel.Height).GreaterThanOrEqualTo(0).LessThan(11);
            RuleFor(parcel => parcel.Way).OneOf(["air", "sea"]);
            RuleFor(parcel => parcel.Sender).Email();
        }
    }
}
