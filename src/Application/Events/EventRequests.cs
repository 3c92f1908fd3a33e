namespace AchieveApex.Application.Events;

/// <summary>The audit log: every event, newest first, with all that can be asked of a list.</summary>
[Requires<ChangeEvent>(Access.View)]
public sealed record ListAuditLog : List<ChangeEvent, EventView>;

[Requires<ChangeEvent>(Access.View)]
public sealed record GetAuditLogEntry(RecordId Id) : Get<ChangeEvent, EventView>(Id);

internal sealed record AuditLogResource() : Resource<ChangeEvent>("audit-log", IsAdministrative: true);
