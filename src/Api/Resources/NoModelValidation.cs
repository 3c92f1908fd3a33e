using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace AchieveApex.Api.Resources;

/// <summary>Requests are validated behind the permission check, by the behaviors. The framework would look into bodies before that.</summary>
internal sealed class NoModelValidation : IObjectModelValidator
{
    public void Validate(ActionContext actionContext, ValidationStateDictionary? validationState, string prefix, object? model) { }
}
