using FluentValidation;

namespace AchieveApex.Application.Resources;

/// <summary>The rules of what can be written on every record.</summary>
public abstract class RecordFieldsValidator<TFields> : AbstractValidator<TFields>
    where TFields : RecordFields
{
    protected RecordFieldsValidator() => RuleFor(fields => fields.ExternalId).Length(1, 255);
}
