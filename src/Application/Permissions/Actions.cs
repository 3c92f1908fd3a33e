namespace AchieveApex.Application.Permissions;

/// <summary>The actions as roles, scopes and messages write them.</summary>
public static class Actions
{
    /// <summary>Every action with its name.</summary>
    public static IReadOnlyList<(Access Access, string Name)> All { get; } =
    [(Access.View, "view"), (Access.Create, "create"), (Access.Update, "update"), (Access.Delete, "delete")];

    /// <summary>The actions' names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(action => action.Name)];

    /// <summary>The names of the actions that are set.</summary>
    public static IEnumerable<string> NamesOf(Access access) =>
        All.Where(action => access.HasFlag(action.Access)).Select(action => action.Name);
}
