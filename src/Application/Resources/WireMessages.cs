using FluentValidation.Resources;

namespace AchieveApex.Application.Resources;

/// <summary>The sentences of the rules that come with the validation library: what the value must be, without the field's name, which is the key beside it.</summary>
internal sealed class WireMessages : LanguageManager
{
    private WireMessages()
    {
        Enabled = true;
        Add("MaximumLengthValidator", "must be at most {MaxLength} characters");
        Add("MinimumLengthValidator", "must be at least {MinLength} characters");
        Add("LengthValidator", "must be {MinLength} to {MaxLength} characters");
        Add("NotEmptyValidator", "is required");
        Add("NotNullValidator", "is required");
        Add("EmailValidator", "must be a valid email address");
        Add("GreaterThanValidator", "must be greater than {ComparisonValue}");
        Add("GreaterThanOrEqualValidator", "must be at least {ComparisonValue}");
        Add("LessThanValidator", "must be less than {ComparisonValue}");
        Add("LessThanOrEqualValidator", "must be at most {ComparisonValue}");
        Add("InclusiveBetweenValidator", "must be from {From} to {To}");
    }

    public static void Use()
    {
        ValidatorOptions.Global.LanguageManager = new WireMessages();
        ValidatorOptions.Global.DefaultRuleLevelCascadeMode = CascadeMode.Stop;
    }

    private void Add(string rule, string message) => AddTranslation("en", rule, message);
}
