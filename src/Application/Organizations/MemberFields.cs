using AchieveApex.Domain.Organizations;
using Mapster;

namespace AchieveApex.Application.Organizations;

/// <summary>What a client may change on a member.</summary>
/// <param name="RoleId">A role of the organization; required.</param>
/// <param name="Status">A disabled member's keys are refused.</param>
public sealed record MemberFields(long? RoleId = null, MemberStatus Status = MemberStatus.Active) : RecordFields;

internal sealed class MemberFieldsValidator : RecordFieldsValidator<MemberFields>
{
    public MemberFieldsValidator() => RuleFor(member => member.RoleId).NotNull();
}

/// <summary>What is needed to take somebody in.</summary>
/// <param name="Email">Finds the user, or adds one; required.</param>
/// <param name="RoleId">A role of the organization; required.</param>
public sealed record NewMemberFields(string? Email = null, long? RoleId = null) : RecordFields;

internal sealed class NewMemberFieldsValidator : RecordFieldsValidator<NewMemberFields>
{
    public NewMemberFieldsValidator()
    {
        RuleFor(member => member.Email).NotEmpty().Email();
        RuleFor(member => member.RoleId).NotNull();
    }
}

/// <summary>A member as it is read.</summary>
public sealed record MemberView : RecordView, IShowsOthers
{
    public long UserId { get; init; }
    public string Email { get; init; } = "";
    public long RoleId { get; init; }

    /// <summary>The role's name.</summary>
    public string Role { get; init; } = "";
    public MemberStatus Status { get; init; }
}

internal sealed class MemberMapping : IRegister
{
    public void Register(TypeAdapterConfig config) =>
        config
            .NewConfig<Member, MemberView>()
            .Map(view => view.Email, member => member.User.Email)
            .Map(view => view.Role, member => member.Role.Name);
}

internal sealed record MemberResource() : Resource<Member>("members", IsAdministrative: true);
