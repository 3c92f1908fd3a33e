namespace AchieveApex.Application.Resources.Querying;

/// <summary>What a field is held against.</summary>
public enum Operator
{
    Equal,
    NotEqual,
    In,
    NotIn,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Like,
    NotLike,
    ILike,
}
